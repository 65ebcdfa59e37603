namespace NetLint.Fuzz;

/// <summary>Texts that inputs start from.</summary>
public static class Seeds
{
    private const int MaxCorpusFile = 60_000;

    /// <summary>Small texts that together hold every construct of YAML.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } =
    [
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web # the shop
          labels: {app: web, "tier": 'front'}
          annotations:
            note: |
              first line
                # not a comment
              last line
            # a comment
            folded: >-
              one
              two

              three
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
              targetPort: http
            - {name: dns, port: 53, protocol: UDP}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny}
        spec:
          podSelector: {}
          ingress:
          - from:
            - namespaceSelector:
                matchLabels: {a: b}
            ports: [{port: 80}, {port: 443, endPort: 450}]

        """,
        """
        base: &base
          a: 1
          b: [x, y]
        more: &more {c: 3, a: 2}
        one:
          <<: *base
          a: own
        two:
          <<: [*base, *more]
        three: &scalar text
        four: *scalar
        &key five: !!str 5
        six: &empty
        seven: !!map
          x: y
        eight: &list
        # between
        - 1
        - 2

        """,
        """
        %YAML 1.1
        %TAG ! tag:example.com,2026:
        --- # comment
        ? complex
        : value
        ? [a, b]
        : {c: d}
        plain: several words
          on two lines

          and a third
        single: 'it''s
          folded'
        double: "a\tb \u00e9 \ud83d\ude00 \
          joined
          folded"
        empty:
        ...
        --- |
          literal
        --- {a: b}
        --- "text"
        ---
        """,
        """
        {
        	"apiVersion": "v1", "kind":"List",
        	"items": [{"a":1,"b":[true,null,-1.5e3]}, {"path":"a\/b","emoji":"\ud83d\ude00"}]
        }
        """,
        """{"a":1}{"b":2}""" + "\n" + """{"c":[]}""",
        "{{- if .Values.x }}\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n  {{- with .y }}\n  z: 1\n  {{- end }}\n{{- end }}\n",
        "- - a\n  - b\n-\n  - c\n- ? d\n  : e\n- 'f': \"g\"\n  h : i\n- |+\n\n  keep\n\n\n- >1\n   x\n",
        "a:\r\n  b: 1\r\n  c: |\r\n    x\r\n    y\r\n# end\r\n",
        "a: yes\nb: 010\nc: 0x1F\nd: 1_000\ne: 1e3\nf: .inf\ng: ~\nh: 2026-01-02\ni: 1:30\nj: 0o17\nk: +1\nl: -.INF\non: off\n1: one\n",
    ];

    /// <summary>The YAML and JSON files of a folder, in a fixed order; big ones only by their beginning.</summary>
    public static IReadOnlyList<string> FromFolder(string folder)
    {
        var texts = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is ".yaml" or ".yml" or ".json" or ".tpl")
            {
                var text = File.ReadAllText(path);
                texts.Add(text.Length > MaxCorpusFile ? text[..MaxCorpusFile] : text);
            }
        }

        return texts;
    }
}
