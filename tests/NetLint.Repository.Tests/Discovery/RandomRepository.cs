namespace NetLint.Repository.Tests.Discovery;

/// <summary>
/// Random repositories in which much depends on much else: bases, components, patches, generators, charts, plain files, Applications and Flux
/// Kustomizations, among them some that are wrong or name what does not exist.
/// </summary>
internal sealed class RandomRepository(int seed)
{
    private static readonly string[] Directories = ["base", "base/inner", "over/a", "over/b", "over/c", "parts/x", "parts/y", "plain", "plain/deep", "clusters/one", "shop", "shop/templates", ""];
    private static readonly string[] Names = ["web.yaml", "db.yaml", "patch.yaml", "app.yaml", "flux.yaml", "crd.yaml", "set.yaml", "values.env", "config.json"];

    private readonly Random _random = new(seed);

    public Dictionary<string, string> Make()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 30; i++)
        {
            var (path, text) = Next();
            files[path] = text;
        }

        return files;
    }

    /// <summary>A file with a content that fits its name.</summary>
    public (string Path, string Text) Next()
    {
        var directory = Pick(Directories);
        var name = _random.Next(10) switch
        {
            < 4 => _random.Next(12) == 0 ? "kustomization.yml" : "kustomization.yaml",
            4 when _random.Next(4) == 0 => "Chart.yaml",
            _ => Pick(Names),
        };
        return (directory.Length == 0 ? name : $"{directory}/{name}", Text(name, directory));
    }

    public string Text(string name, string directory) => name switch
    {
        "kustomization.yaml" or "kustomization.yml" => Kustomization(directory),
        "Chart.yaml" => $"name: shop{_random.Next(2)}\nkind: chart\n",
        "patch.yaml" => $"apiVersion: v1\nkind: Service\nmetadata: {{ name: {Object()} }}\nspec: {{ type: {Pick("NodePort", "ClusterIP", "LoadBalancer")} }}\n",
        "app.yaml" => Application(),
        "set.yaml" => ApplicationSet(),
        "flux.yaml" => Flux(),
        "crd.yaml" => $"apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: {Object()}.example.org\nspec:\n  group: g{_random.Next(3)}\n",
        "values.env" => $"A={_random.Next(4)}\nB=two\n",
        "config.json" => $$"""{ "tier": "{{Object()}}", "where": "{{Pick("over/a", "over/b", "plain/deep")}}" }""",
        _ => Manifests(),
    };

    private string Manifests()
    {
        var text = "";
        for (var i = _random.Next(3); i >= 0; i--)
        {
            text += _random.Next(5) switch
            {
                0 => $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{ name: {Object()} }}\nspec: {{ replicas: {_random.Next(5)}, selector: {{ matchLabels: {{ app: x }} }}, template: {{ metadata: {{ labels: {{ app: x }} }}, spec: {{ containers: [{{ name: c, image: nginx, envFrom: [{{ configMapRef: {{ name: settings }} }}] }}] }} }} }}\n",
                1 => $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{ name: vars, namespace: flux-system }}\ndata: {{ PORT: '{_random.Next(9000)}' }}\n",
                2 when _random.Next(4) == 0 => $"kind: Service\nmetadata: {{ name: {Object()}\n",
                _ => $"apiVersion: v1\nkind: Service\nmetadata: {{ name: {Object()} }}\nspec: {{ selector: {{ app: x }}, ports: [{{ port: {_random.Next(1, 9000)} }}, {{ name: extra, port: '${{PORT}}' }}] }}\n",
            };
            text += "---\n";
        }

        return text;
    }

    private string Kustomization(string directory)
    {
        var up = directory.Length == 0 ? "" : string.Concat(Enumerable.Repeat("../", directory.Count(c => c == '/') + 1));
        var lines = new List<string>();
        if (directory.StartsWith("parts/", StringComparison.Ordinal))
            lines.Add("apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component");
        var resources = Some(["web.yaml", "db.yaml", "app.yaml", "set.yaml", "flux.yaml", "crd.yaml", up + "base", up + "base/inner", "inner", up + "over/a", up + "plain/web.yaml", "https://example.org/remote"], 3);
        lines.Add($"resources: [{string.Join(", ", resources)}]");
        if (Chance(3))
            lines.Add($"components: [{string.Join(", ", Some([up + "parts/x", up + "parts/y"], 2))}]");
        if (Chance(3))
            lines.Add($"namePrefix: {Pick("x-", "yy-")}");
        if (Chance(3))
            lines.Add($"namespace: {Pick("red", "blue")}");
        if (Chance(3))
            lines.Add($"labels: [{{ pairs: {{ team: {Pick("a", "b")} }}, includeSelectors: {Pick("true", "false")} }}]");
        if (Chance(3))
            lines.Add("patches: [{ path: patch.yaml }]");
        if (Chance(3))
            lines.Add($"patches: [{{ target: {{ kind: {Pick("Service", "CustomResourceDefinition")} }}, patch: '[{{ \"op\": \"add\", \"path\": \"/metadata/annotations\", \"value\": {{ \"n\": \"{_random.Next(4)}\" }} }}]' }}]");
        if (Chance(3))
            lines.Add($"configMapGenerator: [{{ name: settings, envs: [{Pick("values.env", up + "base/values.env")}] }}]");
        // A field that is written twice is one more way to be wrong.
        return string.Join('\n', _random.Next(10) == 0 ? lines : lines.DistinctBy(line => line[..line.IndexOf(':', StringComparison.Ordinal)])) + "\n";
    }

    private string Application() =>
        $$"""
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: { name: {{Object()}}, namespace: argocd }
        spec:
          destination: { name: {{Pick("in-cluster", "far")}}, namespace: {{Pick("red", "blue")}} }
          source: { path: {{Pick("over/a", "over/b", "plain/deep", "plain", "clusters/one", "nowhere/here")}}, directory: { recurse: {{Pick("true", "false")}} }{{(Chance(3) ? ", kustomize: { namePrefix: app- }" : "")}} }

        """;

    private string ApplicationSet() =>
        $$$"""
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: { name: {{{Object()}}} }
        spec:
          generators:
            - git: { {{{(Chance(2) ? "directories: [{ path: 'over/*' }]" : "files: [{ path: '**/config.json' }]")}}} }
          template:
            metadata: { name: 'app-{{path.basename}}{{tier}}' }
            spec:
              destination: { namespace: '{{path.basename}}' }
              source: { path: '{{{Pick("{{path}}", "{{where}}", "over/c")}}}' }

        """;

    private string Flux() =>
        $$"""
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: { name: {{Object()}}, namespace: flux-system }
        spec:
          path: ./{{Pick("over/a", "over/b", "plain/deep", "clusters/one", "base/inner")}}
          targetNamespace: {{Pick("red", "blue")}}
          postBuild: { substitute: { A: b }, substituteFrom: [{ kind: ConfigMap, name: vars }] }

        """;

    private string Object() => Pick("web", "db", "cache");

    private bool Chance(int n) => _random.Next(n) == 0;

    public string Pick(params string[] items) => items[_random.Next(items.Length)];

    private IEnumerable<string> Some(string[] items, int max) => Enumerable.Range(0, _random.Next(max) + 1).Select(_ => Pick(items)).Distinct();
}
