using System.Reflection;
using NetLint.Cli.Output;
using NetLint.Hosting.Files;
using NetLint.Repository;

namespace NetLint.Cli;

/// <summary>Everything a command touches of the process it runs in, so that tests can put something else there.</summary>
public sealed record CliHost
{
    /// <summary>Findings and answers.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Messages about the run.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>The absolute path that relative ones start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The value of an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Opens the files below a directory, given by its absolute path, for reading one by one.</summary>
    public Func<string, IFileSystem> OpenFiles { get; init; } = directory => new PhysicalFileSystem(directory, git: null);

    /// <summary>What standard output can show.</summary>
    public required Terminal OutputTerminal { get; init; }

    /// <summary>What standard error can show.</summary>
    public required Terminal ErrorTerminal { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The number of processors.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>Ends the run when the person interrupts it.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>The version of NetLint.</summary>
    public static string Version { get; } =
        typeof(CliHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>Writes a line about the run, free of anything that could steer a terminal or a build log.</summary>
    public void Tell(string message) => Error.WriteLine("netlint: " + TerminalText.Escape(message));
}
