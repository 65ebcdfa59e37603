namespace NetLint.Fuzz.Kustomize;

/// <summary>Random objects of a few kinds that refer to each other by a few names.</summary>
public sealed class RandomResource(Random random)
{
    private static readonly string[] Names = ["web", "api", "db"];

    private static readonly string[] Values =
    [
        "plain", "\"true\"", "\"12\"", "'yes'", "\"\"", "\"null\"", "\"a: b\"", "\"# x\"", "\"1.0\"", "\"1e3\"", "\"010\"", "\"2001-01-01\"", "\" lead\"", "\"trail \"", "\"two\\nlines\"", "\"nl\\n\"", "\"tab\\t\"", "é", "☃", "\"😀\"",
        "\"- a\"", "\"'\"", "'\"'", "\"*\"", "\"&a\"", "\"{}\"", "\"0x1F\"", "\"1_000\"", "\"~\"", "\"on\"", "\"=\"", "\"a #b\"", "\"a:b\"", "\"x\\ny\\n\\n\"", "\"  a\\nb\"", "\"1:30\"",
        "a long value that has more than eighty characters in it so that somebody may want to fold it into two lines",
    ];

    private static readonly string[] RawValues = ["1", "true", "yes", "1.50", "1e3", "0o17", "017", "null", "2001-01-01", "-0", "1_000", "0x1F", "on", ".5", "12345678901234567890", "+1", "1.0"];

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<(string Kind, string Name)> _made = [];

    /// <summary>The name of an object of a kind that was made before, so that what selects it mostly finds it; now and then any name.</summary>
    public string Made(string kind)
    {
        var names = _made.Where(made => made.Kind == kind).Select(made => made.Name).ToArray();
        return names.Length == 0 || random.Next(12) == 0 ? Name(random) : names[random.Next(names.Length)];
    }

    /// <summary>True when an object of the kind was made before.</summary>
    public bool HasMade(string kind) => _made.Any(made => made.Kind == kind);

    /// <summary>An object whose identity is new, except now and then: two of the same end the build.</summary>
    public string Next()
    {
        for (var attempt = 0; ; attempt++)
        {
            var text = Any(out var name);
            var kind = text[(text.IndexOf("kind: ", StringComparison.Ordinal) + 6)..].Split('\n')[0];
            if (!_ids.Add(kind + "/" + name) && attempt < 20 && random.Next(40) != 0)
                continue;
            if (kind.EndsWith("Binding", StringComparison.Ordinal) && !_ids.Add("ServiceAccount/" + name) && attempt < 20)
                continue;
            _made.Add((kind, name));
            return text;
        }
    }

    /// <summary>One of the few names.</summary>
    public static string Name(Random random) => Names[random.Next(Names.Length)];

    /// <summary>A scalar of type string, written so that it stays one.</summary>
    public string Value() => Values[random.Next(Values.Length)];

    private string Any(out string name)
    {
        name = Name(random);
        var meta = $"metadata: {{name: {name}{Pick("", "", ", namespace: shop", ", namespace: other")}{Pick("", $", labels: {{app: {name}, tier: front}}", ", labels: {}")}{Pick("", "", $", annotations: {{a: {Value()}}}")}}}\n";
        return random.Next(14) switch
        {
            0 or 1 => "apiVersion: v1\nkind: Service\n" + meta + $"spec:\n  selector: {{app: {name}}}\n  ports:\n  - port: 80\n    name: http\n  - {{port: {random.Next(1000, 9999)}, name: more, targetPort: {Pick("http", "8080")}}}\n",
            2 or 3 or 4 => "apiVersion: apps/v1\nkind: Deployment\n" + meta + $"spec:\n  replicas: {random.Next(4)}\n  selector: {{matchLabels: {{app: {name}}}}}\n  template:\n{Pod(4)}",
            5 => "apiVersion: apps/v1\nkind: StatefulSet\n" + meta + $"spec:\n  serviceName: {Name(random)}\n  volumeClaimTemplates:\n  - metadata: {{name: data}}\n    spec: {{accessModes: [ReadWriteOnce]}}\n  template:\n{Pod(4)}",
            6 => "apiVersion: batch/v1\nkind: CronJob\n" + meta + $"spec:\n  schedule: \"* * * * *\"\n  jobTemplate:\n    spec:\n      template:\n{Pod(8)}",
            7 or 8 => "apiVersion: v1\nkind: ConfigMap\n" + meta + $"data:\n  a: {Value()}\n  b: {Value()}\n  {Pick("c", "\"on\"", "x.y")}: |\n    first\n      second\n{Pick("", "extra: " + RawValues[random.Next(RawValues.Length)] + "\n")}",
            9 => "apiVersion: v1\nkind: Secret\n" + meta + "stringData: {k: v}\n",
            10 => "apiVersion: networking.k8s.io/v1\nkind: Ingress\n" + meta + $"spec:\n  tls: [{{secretName: {Name(random)}}}]\n  rules:\n  - host: {Name(random)}.example\n    http: {{paths: [{{path: /, pathType: Prefix, backend: {{service: {{name: {Name(random)}, port: {{number: 80}}}}}}}}]}}\n",
            11 => "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n" + meta + $"spec:\n  podSelector: {Pick("{}", "{matchLabels: {app: " + name + "}}")}\n  ingress:\n  - from: [{{podSelector: {{matchLabels: {{app: {Name(random)}}}}}}}]\n",
            12 => $"apiVersion: rbac.authorization.k8s.io/v1\nkind: {Pick("RoleBinding", "ClusterRoleBinding")}\n" + meta + $"roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: Role, name: {Name(random)}}}\nsubjects:\n- {{kind: ServiceAccount, name: {Pick("default", Name(random))}{Pick("", ", namespace: shop")}}}\n---\napiVersion: v1\nkind: ServiceAccount\n" + meta,
            _ => "apiVersion: example.com/v1\nkind: Thing\n" + meta + $"spec:\n  raw: [{string.Join(", ", Enumerable.Range(0, 4).Select(_ => RawValues[random.Next(RawValues.Length)]))}]\n  text: {Value()}\n  nested: {{list: [{{name: a}}, [1, [2]], {{}}], empty: {{}}, none: {(random.Next(12) == 0 ? "" : "null")}}}\n",
        };
    }

    private string Pod(int indent)
    {
        var refers = Name(random);
        string[] lines =
        [
            Pick("metadata: {}", $"metadata: {{labels: {{app: {refers}}}}}"),
            "spec:",
            "  containers:",
            "  - name: main",
            $"    image: {Pick("web", "web:1", "example/api:2", "reg:5000/db:3", "example/api@sha256:aa", "other")}",
            Pick($"    env: [{{name: A, value: {Value()}}}, {{name: B, valueFrom: {{configMapKeyRef: {{name: {refers}, key: a}}}}}}]", "    args: [\"--host=$(HOST)\", x]", "    ports: [{containerPort: 80}, {containerPort: 443, protocol: TCP}]"),
            Pick($"    envFrom: [{{configMapRef: {{name: {refers}}}}}, {{secretRef: {{name: {refers}}}}}]", "    resources: {limits: {cpu: 1, memory: 1Gi}}"),
            Pick($"  volumes: [{{name: v, configMap: {{name: {refers}}}}}, {{name: w, secret: {{secretName: {refers}}}}}]", $"  serviceAccountName: {refers}"),
        ];
        return string.Concat(lines.Select(line => new string(' ', indent) + line + "\n"));
    }

    private string Pick(params string[] items) => items[random.Next(items.Length)];
}
