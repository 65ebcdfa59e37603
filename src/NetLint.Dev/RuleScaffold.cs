using System.Text;
using NetLint.Rules;

namespace NetLint.Dev;

/// <summary>The three files of a new rule, ready to be filled in: rule, test, page.</summary>
public static class RuleScaffold
{
    /// <summary>The paths, relative to the repository, and their contents.</summary>
    /// <param name="id">The id, such as <c>NL1009</c>.</param>
    /// <param name="slug">The name in kebab case, such as <c>port-name-required</c>.</param>
    /// <param name="resource">The resource type the rule looks at, such as <c>Service</c>.</param>
    public static IEnumerable<(string Path, string Text)> Files(string id, string slug, string resource)
    {
        var family = RuleFamily.Of(id) ?? throw new ArgumentException($"'{id}' belongs to no family", nameof(id));
        var type = PascalCase(slug);
        var title = char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' ');
        yield return ($"src/NetLint.Rules/{family.Folder}/{id}.{type}.cs", Rule(id, slug, resource, family, type, title));
        yield return ($"tests/NetLint.Rules.Tests/{family.Folder}/{id}Tests.cs", Test(id, family, type, resource));
        yield return ($"rules/{id}.md", Page(id, title, resource));
    }

    private static string PascalCase(string slug)
    {
        var text = new StringBuilder();
        foreach (var word in slug.Split('-', StringSplitOptions.RemoveEmptyEntries))
            text.Append(char.ToUpperInvariant(word[0])).Append(word[1..]);
        return text.ToString();
    }

    private static string Rule(string id, string slug, string resource, RuleFamily family, string type, string title) =>
        $$"""
        using System.Collections.Immutable;
        using NetLint.Analysis.Diagnostics;
        using NetLint.Analysis.Rules;
        using NetLint.Kubernetes.Resources;

        namespace NetLint.Rules.{{family.Folder}};

        /// <summary>{{id}}: {{title}}.</summary>
        public sealed class {{type}} : DiagnosticAnalyzer
        {
            private static readonly DiagnosticDescriptor Rule = new(
                Id: "{{id}}",
                Slug: "{{slug}}",
                Title: "{{title}}",
                MessageFormat: "{{resource}} '{0}' …",
                Category: DiagnosticCategory.Correctness,
                DefaultSeverity: DiagnosticSeverity.Warning);

            /// <inheritdoc/>
            public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

            /// <inheritdoc/>
            public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<{{resource}}>(Analyze);

            private static void Analyze(ResourceAnalysisContext<{{resource}}> context)
            {
                // Guard clauses first, each with its reason; the report is the last statement.
                context.Report(Rule, context.Resource.NameOrigin, [context.Resource.Name]);
            }
        }

        """;

    private static string Test(string id, RuleFamily family, string type, string resource) =>
        $$""""
        using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.{{family.Folder}}.{{type}}>;

        namespace NetLint.Rules.Tests.{{family.Folder}};

        public sealed class {{id}}Tests
        {
            [Fact]
            public void Reported() => Verify.Reported(
                """
                kind: {{resource}}
                metadata: { name: [|web|] }
                """);

            [Fact]
            public void NearMissIsSilent() => Verify.Silent(
                """
                kind: {{resource}}
                metadata: { name: web }
                """);
        }

        """";

    private static string Page(string id, string title, string resource) =>
        $$"""
        # {{id}}: {{title}}

        ## What it does

        ## Why it matters

        ## How to fix

        ## Reported

        ```yaml reported
        kind: {{resource}}
        metadata:
          name: web # {{id}}
        ```

        ## Accepted

        ```yaml accepted
        kind: {{resource}}
        metadata:
          name: web
        ```

        ## When to turn it off

        ## Sources

        """;
}
