namespace NetLint.Analysis.Diagnostics;

/// <summary>The order of findings: by path, place, case and message.</summary>
public static class DiagnosticOrder
{
    /// <summary>Compares two findings; only findings that differ in no visible way but the unit are told apart by its name.</summary>
    public static int Compare(Diagnostic left, Diagnostic right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var order = string.CompareOrdinal(left.Path, right.Path);
        if (order == 0)
            order = left.Location.Span.CompareTo(right.Location.Span);
        if (order == 0)
            order = string.CompareOrdinal(left.Descriptor.FullId, right.Descriptor.FullId);
        if (order == 0)
            order = string.CompareOrdinal(left.Message, right.Message);
        if (order == 0)
            order = string.CompareOrdinal(left.Instances.FirstOrDefault()?.Unit, right.Instances.FirstOrDefault()?.Unit);
        return order;
    }
}
