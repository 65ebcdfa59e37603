using System.Text;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>Prints objects byte for byte as <c>kubectl kustomize</c> does: keys sorted, sequences not indented, long lines folded.</summary>
internal static class KustomizeYaml
{
    /// <summary>Prints documents with <c>---</c> between them.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="values">Takes where each value stands in the text and where it comes from; null when nobody asks.</param>
    /// <exception cref="RenderException">A document holds what kustomize cannot print: a key that is no string, an infinite number.</exception>
    public static string Write(IEnumerable<YamlMapping> documents, ICollection<PrintedValue>? values = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var output = new StringBuilder();
        foreach (var document in documents)
        {
            if (output.Length > 0)
                output.Append("---\n");
            var emitter = new YamlEmitter(output);
            new DocumentWriter(emitter, values).WriteMapping(document, isRoot: true);
            emitter.Finish();
        }

        return output.ToString();
    }

    /// <summary>Writes one document. Trees are as deep as their reader allows, which bounds the recursion.</summary>
    private sealed class DocumentWriter(YamlEmitter emitter, ICollection<PrintedValue>? values)
    {
        public void WriteMapping(YamlMapping mapping, bool isRoot, bool isInFlow = false)
        {
            isInFlow |= FlowStyle.Has(mapping);
            var members = KustomizeMember.SortedOf(mapping, isRoot);
            if (members.Length == 0)
            {
                emitter.Empty('{', '}');
                Report([mapping.Origin]);
                return;
            }

            var outer = emitter.BeginBlock(isIndented: true);
            foreach (var member in members)
            {
                emitter.Key(member.Name);
                WriteNode(member.Value, isItem: false, isInFlow);
            }

            emitter.EndBlock(outer);
        }

        private void WriteNode(YamlNode node, bool isItem, bool isInFlow)
        {
            switch (node)
            {
                case YamlMapping mapping:
                    WriteMapping(mapping, isRoot: false, isInFlow);
                    break;
                case YamlSequence sequence:
                    WriteSequence(sequence, isItem, isInFlow);
                    break;
                case YamlScalar scalar:
                    WriteScalar(scalar, isInFlow);
                    break;
            }
        }

        private void WriteSequence(YamlSequence sequence, bool isItem, bool isInFlow)
        {
            isInFlow |= FlowStyle.Has(sequence);
            if (sequence.Items.Length == 0)
            {
                emitter.Empty('[', ']');
                Report([sequence.Origin]);
                return;
            }

            var outer = emitter.BeginBlock(isItem || !emitter.IsBesideKey);
            foreach (var item in sequence.Items)
            {
                emitter.Dash();
                WriteNode(item, isItem: true, isInFlow);
            }

            emitter.EndBlock(outer);
        }

        private void WriteScalar(YamlScalar scalar, bool isInFlow)
        {
            var value = KustomizeScalar.Of(scalar, isInFlow);
            if (value.Kind == ScalarKind.String)
                emitter.String(value.Text);
            else
                emitter.Plain(value.Text);
            Report([scalar.Origin, .. scalar.EarlierOrigins]);
        }

        private void Report(ReadOnlySpan<Origin> sources) => values?.Add(new PrintedValue(emitter.EndOfValue, [.. sources]));
    }
}
