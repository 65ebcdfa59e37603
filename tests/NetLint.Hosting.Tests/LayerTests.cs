using System.Reflection;

namespace NetLint.Hosting.Tests;

/// <summary>The assemblies are layers, and arrows point down only.</summary>
public sealed class LayerTests
{
    private static readonly string[] Layers = ["NetLint.Syntax", "NetLint.Kubernetes", "NetLint.Repository", "NetLint.Analysis", "NetLint.Rules", "NetLint.Hosting"];

    [Fact]
    public void NoLayerKnowsOneAbove()
    {
        for (var i = 0; i < Layers.Length; i++)
        {
            var references = Assembly.Load(Layers[i]).GetReferencedAssemblies().Select(name => name.Name!).ToArray();
            Assert.DoesNotContain(references, name => Array.IndexOf(Layers, name) > i || name == "netlint");
        }
    }

    [Fact]
    public void YamlDotNetStaysInSyntax() =>
        Assert.All(Layers.Skip(1), layer => Assert.DoesNotContain(Assembly.Load(layer).GetReferencedAssemblies(), name => name.Name == "YamlDotNet"));

    [Fact]
    public void SyntaxShowsNothingOfYamlDotNet()
    {
        var exposed = Assembly.Load("NetLint.Syntax").GetExportedTypes()
            .SelectMany(type => type.GetMembers())
            .SelectMany(member => member switch
            {
                MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
                PropertyInfo property => [property.PropertyType],
                _ => Type.EmptyTypes,
            })
            .Where(type => type.Namespace?.StartsWith("YamlDotNet", StringComparison.Ordinal) == true);
        Assert.Empty(exposed);
    }
}
