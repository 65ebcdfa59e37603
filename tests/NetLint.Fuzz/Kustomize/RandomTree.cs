using System.Text;

namespace NetLint.Fuzz.Kustomize;

/// <summary>
/// A random kustomization: bases, a component and an overlay with a mixture of features over a handful of kinds and names, so that
/// references often hit and sometimes miss. Most trees render; some are refused.
/// </summary>
public sealed class RandomTree(Random random)
{
    /// <summary>The directory to build.</summary>
    public const string Target = "overlay";

    private static readonly string[] Namespaces = ["shop", "stage", "default"];

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly RandomResource _resources = new(random);

    /// <summary>Makes the files, paths relative to the root of the tree.</summary>
    public IReadOnlyDictionary<string, string> Make()
    {
        var bases = random.Next(1, 3);
        for (var i = 0; i < bases; i++)
            Layer($"base{i}", "", random.Next(2, 6), features: random.Next(4));
        List<string> lower = [.. Enumerable.Range(0, bases).Select(i => $"../base{i}")];
        if (One(3))
        {
            Layer("middle", $"- {lower[0]}\n", random.Next(2), features: random.Next(5));
            lower[0] = "../middle";
        }

        var hasComponent = One(3);
        if (hasComponent)
            Layer("component", "", random.Next(2), features: random.Next(1, 4), isComponent: true);
        Layer(Target, string.Concat(lower.Select(path => $"- {path}\n")), random.Next(3), features: random.Next(1, 7), hasComponent: hasComponent);
        return _files;
    }

    private void Layer(string folder, string lower, int count, int features, bool isComponent = false, bool hasComponent = false)
    {
        var text = new StringBuilder();
        if (isComponent)
            text.Append("apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n");
        if (lower.Length > 0 || count > 0)
            text.Append("resources:\n").Append(lower);
        for (var i = 0; i < count; i++)
        {
            _files[$"{folder}/r{i}.yaml"] = string.Join("---\n", Enumerable.Range(0, One(4) ? 2 : 1).Select(_ => _resources.Next()));
            text.Append($"- r{i}.yaml\n");
        }

        if (hasComponent)
            text.Append("components: [../component]\n");
        var all = Enumerable.Range(0, 17).ToArray();
        random.Shuffle(all);
        foreach (var feature in all.Take(features))
            text.Append(Feature(feature, folder));
        _files[$"{folder}/{(One(6) ? "kustomization.yml" : "kustomization.yaml")}"] = text.ToString();
    }

    private string Feature(int feature, string folder) => feature switch
    {
        0 => $"namespace: {Pick(Namespaces)}\n",
        1 => $"namePrefix: {Pick("a-", "pre-", "x")}\n",
        2 => $"nameSuffix: {Pick("-z", "-post")}\n",
        3 => $"commonLabels: {{tier: {Pick("front", "\"1\"", "back")}}}\n",
        4 => $"labels:\n- pairs: {{{Pick("team", "app", "tier")}: {Pick("a", "\"true\"")}}}\n  includeSelectors: {Pick("true", "false")}\n{Pick("", "  includeTemplates: true\n")}",
        5 => $"commonAnnotations: {{note: {_resources.Value()}}}\n",
        6 => $"images:\n- {{name: {Pick("web", "example/api", "reg:5000/db")}, {Pick("newTag: v2", "newName: other/x", "digest: 'sha256:abc'", "newName: y, newTag: \"1.0\"")}}}\n",
        7 when _resources.HasMade("Deployment") => $"replicas:\n- {{name: {_resources.Made("Deployment")}, count: {random.Next(6)}}}\n",
        8 => Generators(folder),
        7 => "",
        9 => Patches(folder),
        10 => $"patches:\n- target: {Selector()}\n  patch: |-\n    - op: add\n      path: /metadata/annotations\n      value: {{patched: {_resources.Value()}}}\n",
        11 when _resources.HasMade("Service") => $"replacements:\n- source: {{kind: Service, name: {_resources.Made("Service")}{Pick("", ", fieldPath: metadata.name", ", fieldPath: \"spec.ports.[name=http].port\"")}}}\n"
            + $"  targets:\n  - select: {Selector()}\n    fieldPaths: [{Pick("metadata.annotations.from", "metadata.labels.from", "spec.template.spec.containers.*.image")}]\n    options: {{create: {Pick("true", "true", "false")}}}\n",
        11 => "",
        12 => $"sortOptions: {{order: {Pick("fifo", "legacy")}}}\n",
        13 => $"buildMetadata: [{Pick("originAnnotations", "managedByLabel", "transformerAnnotations")}]\n",
        14 => $"generatorOptions: {{disableNameSuffixHash: {Pick("true", "false")}, labels: {{gen: {_resources.Value()}}}}}\n",
        15 when _resources.HasMade("Service") => $"vars:\n- name: HOST\n  objref: {{apiVersion: v1, kind: Service, name: {_resources.Made("Service")}}}\n",
        15 => "",
        _ => $"transformers:\n- |-\n  apiVersion: builtin\n  kind: {Pick("PrefixTransformer", "LabelTransformer", "AnnotationsTransformer")}\n  metadata: {{name: t}}\n  prefix: t-\n".Replace("  prefix: t-\n", Pick("  prefix: t-\n  fieldSpecs: [{path: metadata/name}]\n", "  labels: {lt: x}\n  annotations: {at: y}\n  fieldSpecs: [{path: metadata/labels, create: true}]\n"), StringComparison.Ordinal),
    };

    private string Generators(string folder)
    {
        _files[$"{folder}/settings.env"] = $"A=1\nB={Pick("two", "\"quoted\"", "x=y")}\n";
        _files[$"{folder}/text.txt"] = Pick("plain\n", "no newline", "two\nlines\n", "tab\there\n", " lead\n", "trail \n");
        var kind = Pick("configMapGenerator", "secretGenerator");
        return $"{kind}:\n- name: {Pick(RandomResource.Name(random), "gen", "gen", folder)}\n{(random.Next(4) == 0 && folder == Target ? Pick("  behavior: merge\n", "  behavior: replace\n") : "")}{Pick("", "  files: [text.txt]\n")}{Pick("", "  envs: [settings.env]\n")}  literals: [{Pick("k=v", "on.off=yes", "num=1", "k=a: b")}]\n{Pick("", "  options: {immutable: true}\n")}";
    }

    private string Patches(string folder)
    {
        var kind = Pick("Deployment", "StatefulSet", "Service", "ConfigMap");
        if (!_resources.HasMade(kind))
            return "";
        var name = _resources.Made(kind);
        var body = kind switch
        {
            "Service" => Pick("spec: {ports: [{port: 80, name: web}, {port: 9000, name: new}]}", "spec: {selector: {app: null, x: y}}", "spec: {$patch: replace, type: ExternalName}"),
            "ConfigMap" => Pick("data: {a: null, z: \"26\"}", $"data: {{v: {_resources.Value()}}}", "$patch: delete"),
            _ => Pick(
                "spec: {replicas: 9}",
                "spec: {template: {spec: {containers: [{name: main, args: [x]}, {name: side, image: side}]}}}",
                "spec: {template: {spec: {containers: [{name: main, env: [{name: A, value: patched}, {name: NEW, value: n}]}]}}}",
                "spec: {template: {spec: {containers: [{name: main, $patch: delete}]}}}",
                "spec: {template: {spec: {volumes: [{name: v, emptyDir: {}, configMap: null}]}}}",
                "spec: {template: {spec: {containers: [{name: main, ports: [{containerPort: 80, name: p}, {containerPort: 81}]}]}}}"),
        };
        _files[$"{folder}/patch.yaml"] = $"apiVersion: {(kind is "Service" or "ConfigMap" ? "v1" : "apps/v1")}\nkind: {kind}\nmetadata: {{name: {name}}}\n{body}\n";
        return Pick("patches:\n- path: patch.yaml\n", $"patches:\n- path: patch.yaml\n  target: {{kind: {kind}}}\n", "patchesStrategicMerge: [patch.yaml]\n");
    }

    private string Selector() => Pick("{kind: Service}", "{kind: Deployment}", "{name: w.*}", "{labelSelector: tier=front}", "{namespace: shop}", "{kind: ConfigMap, name: api}", "{version: v1}");

    private bool One(int of) => random.Next(of) == 0;

    private string Pick(params string[] items) => items[random.Next(items.Length)];
}
