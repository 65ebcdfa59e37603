using System.Runtime.InteropServices;
using System.Text;
using NetLint.Cli.Output;

namespace NetLint.Cli;

/// <summary>The process that NetLint runs in.</summary>
internal static class ProcessHost
{
    private const int BufferSize = 32 * 1024;

    /// <summary>Runs something in this process, and ends it in order when the person interrupts.</summary>
    public static int Run(Func<CliHost, int> action)
    {
        using var interrupted = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            // The first one lets the run clean up; whoever presses again does not want to wait.
            context.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        });
        // UTF-8 whatever the locale, and without a byte order mark, so that one input has one output.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, BufferSize);
        using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        output.NewLine = error.NewLine = "\n";
        return action(new CliHost
        {
            Output = output,
            Error = error,
            OpenInput = Console.OpenStandardInput,
            WorkingDirectory = Environment.CurrentDirectory,
            Variable = Environment.GetEnvironmentVariable,
            OutputTerminal = Detect(Console.IsOutputRedirected),
            ErrorTerminal = Detect(Console.IsErrorRedirected),
            Processors = Environment.ProcessorCount,
            Interrupted = interrupted.Token,
        });
    }

    private static Terminal Detect(bool isRedirected) =>
        Terminal.Detect(!isRedirected, isRedirected ? 0 : Width(), Environment.GetEnvironmentVariable);

    private static int Width()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            // A terminal that does not tell its size has the usual one.
            return 0;
        }
    }
}
