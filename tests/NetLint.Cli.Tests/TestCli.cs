using System.Text;
using NetLint.Cli.Commands;
using NetLint.Cli.Output;
using NetLint.Hosting.Files;
using NetLint.Repository;

namespace NetLint.Cli.Tests;

/// <summary>What a command line answered.</summary>
internal sealed record Answer(int Code, string Output, string Error);

/// <summary>A directory of its own to run NetLint in, without starting a process.</summary>
internal sealed class TestCli : IDisposable
{
    public const string BadService =
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          type: NodePort
          ports:
            - port: 80
              nodePort: 8080

        """;

    public TestCli() => Directory = System.IO.Directory.CreateTempSubdirectory("netlint-cli-").FullName;

    public string Directory { get; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" };

    public Terminal Terminal { get; set; } = Terminal.Plain;

    /// <summary>What commands that read files one by one see of the disk.</summary>
    public Func<IFileSystem, IFileSystem> Files { get; set; } = files => files;

    public string this[string relative] => Path.Join(Directory, relative);

    public void Write(string path, string text)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public Answer Run(params string[] arguments) => RunWith("", arguments);

    public Answer RunWith(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = NetLintCommand.Run(arguments, new CliHost
        {
            Output = output,
            Error = error,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            WorkingDirectory = Directory,
            Variable = name => Variables.GetValueOrDefault(name),
            OutputTerminal = Terminal,
            ErrorTerminal = Terminal.Plain,
            Processors = 2,
            OpenFiles = directory => Files(new PhysicalFileSystem(directory, git: null)),
        });
        return new Answer(code, output.ToString(), error.ToString());
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
