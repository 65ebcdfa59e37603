using System.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>Prints objects byte for byte as <c>kubectl kustomize</c> does: keys sorted, sequences not indented, long lines folded.</summary>
internal static class KustomizeYaml
{
    /// <summary>Prints documents with <c>---</c> between them.</summary>
    /// <exception cref="RenderException">A document holds what kustomize cannot print: a key that is no string, an infinite number.</exception>
    public static string Write(IEnumerable<YamlMapping> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var output = new StringBuilder();
        foreach (var document in documents)
        {
            if (output.Length > 0)
                output.Append("---\n");
            var emitter = new YamlEmitter(output);
            WriteMapping(document, emitter, isRoot: true, isInFlow: false);
            emitter.Finish();
        }

        return output.ToString();
    }

    /// <summary>Trees are as deep as their reader allows, which bounds this recursion.</summary>
    private static void WriteNode(YamlNode node, YamlEmitter emitter, bool isItem, bool isInFlow)
    {
        switch (node)
        {
            case YamlMapping mapping:
                WriteMapping(mapping, emitter, isRoot: false, isInFlow);
                break;
            case YamlSequence sequence:
                WriteSequence(sequence, emitter, isItem, isInFlow);
                break;
            case YamlScalar scalar:
                WriteScalar(KustomizeScalar.Of(scalar, isInFlow), emitter);
                break;
        }
    }

    private static void WriteMapping(YamlMapping mapping, YamlEmitter emitter, bool isRoot, bool isInFlow)
    {
        isInFlow |= FlowStyle.Has(mapping);
        var members = KustomizeMember.SortedOf(mapping, isRoot);
        if (members.Length == 0)
        {
            emitter.Empty('{', '}');
            return;
        }

        var outer = emitter.BeginBlock(isIndented: true);
        foreach (var member in members)
        {
            emitter.Key(member.Name);
            WriteNode(member.Value, emitter, isItem: false, isInFlow);
        }

        emitter.EndBlock(outer);
    }

    private static void WriteSequence(YamlSequence sequence, YamlEmitter emitter, bool isItem, bool isInFlow)
    {
        isInFlow |= FlowStyle.Has(sequence);
        if (sequence.Items.Length == 0)
        {
            emitter.Empty('[', ']');
            return;
        }

        var outer = emitter.BeginBlock(isItem || !emitter.IsBesideKey);
        foreach (var item in sequence.Items)
        {
            emitter.Dash();
            WriteNode(item, emitter, isItem: true, isInFlow);
        }

        emitter.EndBlock(outer);
    }

    private static void WriteScalar(KustomizeScalar value, YamlEmitter emitter)
    {
        if (value.Kind == ScalarKind.String)
            emitter.String(value.Text);
        else
            emitter.Plain(value.Text);
    }
}
