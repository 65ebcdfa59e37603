using YamlDotNet.Core;

// What NetLint is measured against. `empty` does nothing; `read DIR THREADS` reads the YAML and JSON files below a directory and pulls the
// events of YamlDotNet's parser, and nothing else.
if (args is not ["read", var root, var threads])
    return 0;

var files = new DirectoryInfo(root)
    .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
    .Where(file => file.Extension is ".yaml" or ".yml" or ".json" && !file.FullName.Contains("/.git/", StringComparison.Ordinal))
    .Select(file => file.FullName)
    .ToArray();
long events = 0;
Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture) }, path =>
{
    var count = 0;
    try
    {
        var parser = new Parser(new StringReader(File.ReadAllText(path)));
        while (parser.MoveNext())
            count++;
    }
    catch (YamlException)
    {
        // A chart template is no YAML; the events before the error count.
        Interlocked.Increment(ref events);
    }

    Interlocked.Add(ref events, count);
});
Console.WriteLine($"{files.Length} files, {events} events");
return 0;
