namespace NetLint.Syntax.Tests;

/// <summary>A broken line is the one that is reported and left out; all others are kept. The expected error place is marked.</summary>
public sealed class RecoveryTests
{
    public static TheoryData<string, string, string, string> Cases => new()
    {
        {
            "half-typed key between keys",
            """
            spec:
              type: ClusterIP
              [|selec|]
              ports:
                - port: 80
            """,
            "expected ':' after the key",
            "{spec: {type: ClusterIP, ports: [{port: 80}]}}"
        },
        {
            "half-typed key that has children",
            """
            spec:
              type: ClusterIP
              [|selector|]
                app: x
              ports:
                - port: 80
            """,
            "expected ':' after the key",
            "{spec: {type: ClusterIP, ports: [{port: 80}]}}"
        },
        {
            "half-typed last key",
            """
            spec:
              type: ClusterIP
              [|selec|]
            """,
            "expected ':' after the key",
            "{spec: {type: ClusterIP}}"
        },
        {
            "half-typed key in a list item",
            """
            ports:
              - name: http
                [|port|]
                targetPort: 8080
              - name: dns
                port: 53
            """,
            "expected ':' after the key",
            "{ports: [{name: http, targetPort: 8080}, {name: dns, port: 53}]}"
        },
        {
            "half-typed key at the end of a list item",
            """
            ports:
              - name: http
                [|port|]
              - name: dns
                port: 53
            """,
            "expected ':' after the key",
            "{ports: [{name: http}, {name: dns, port: 53}]}"
        },
        {
            "half-typed first key of a list item",
            """
            ports:
              - [|name|]
                port: 80
              - name: dns
            """,
            "expected ':' after the key",
            "{ports: [{port: 80}, {name: dns}]}"
        },
        {
            "half-typed key at the top",
            """
            kind: Service
            [|metada|]
            spec:
              type: ClusterIP
            """,
            "expected ':' after the key",
            "{kind: Service, spec: {type: ClusterIP}}"
        },
        {
            "missing space after the colon",
            """
            spec:
              [|type:ClusterIP|]
              clusterIP: None
            """,
            "expected ':' after the key",
            "{spec: {clusterIP: None}}"
        },
        {
            "unclosed double quote",
            """
            metadata:
              name: [|"web|]
              namespace: a
            spec:
              type: ClusterIP
            """,
            "the quoted text has no closing quote",
            "{metadata: {namespace: a}, spec: {type: ClusterIP}}"
        },
        {
            "unclosed double quote and quotes after it",
            """
            metadata:
              name: [|"web|]
              namespace: "a"
            spec:
              type: "ClusterIP"
            """,
            "the quoted text has no closing quote",
            "{metadata: {namespace: 'a'}, spec: {type: 'ClusterIP'}}"
        },
        {
            "unclosed single quote",
            """
            metadata:
              name: [|'web|]
              namespace: a
            spec:
              type: ClusterIP
            """,
            "the quoted text has no closing quote",
            "{metadata: {namespace: a}, spec: {type: ClusterIP}}"
        },
        {
            "unclosed single quote and quotes after it",
            """
            metadata:
              name: [|'web|]
              namespace: 'a'
            spec: {}
            """,
            "the quoted text has no closing quote",
            "{metadata: {namespace: 'a'}, spec: {}}"
        },
        {
            "unclosed quote in the first key of a list item",
            """
            ports:
              - name: [|"http|]
                port: 80
            """,
            "the quoted text has no closing quote",
            "{ports: [{port: 80}]}"
        },
        {
            "unclosed flow sequence",
            """
            spec:
              ports: [|[80, 81|]
              type: ClusterIP
            status: {}
            """,
            "'[' has no closing bracket",
            "{spec: {type: ClusterIP}, status: {}}"
        },
        {
            "text after a flow sequence",
            """
            spec:
              name: web
              image: [acme][|/web:1|]
              replicas: 2
            """,
            "nothing may follow the closing bracket; put the value in quotes",
            "{spec: {name: web, replicas: 2}}"
        },
        {
            "unclosed flow mapping",
            """
            spec:
              selector: [|{app: web|]
              type: ClusterIP
              ports: [{port: 80}]
            status: {}
            """,
            "'{' has no closing bracket",
            "{spec: {type: ClusterIP, ports: [{port: 80}]}, status: {}}"
        },
        {
            "unclosed flow mapping at the end",
            """
            spec:
              type: ClusterIP
              selector: [|{app: web|]
            """,
            "'{' has no closing bracket",
            "{spec: {type: ClusterIP}}"
        },
        {
            "tab indentation",
            "spec:\n  type: ClusterIP\n[|\t|]clusterIP: None\nstatus: {}\n",
            "tabs cannot indent YAML; use spaces",
            "{spec: {type: ClusterIP}, status: {}}"
        },
        {
            "tab indentation after spaces",
            "spec:\n  type: ClusterIP\n  [|\t|]clusterIP: None\n  ports: []\n",
            "tabs cannot indent YAML; use spaces",
            "{spec: {type: ClusterIP, ports: []}}"
        },
        {
            "value with a colon",
            """
            metadata:
              name: web
              annotation: [|value: more|] # why
              namespace: a
            """,
            "a value beside its key cannot hold ': '; put it in quotes, or start a new line",
            "{metadata: {name: web, namespace: a}}"
        },
        {
            "reserved character",
            """
            metadata:
              name: [|@web|]
              namespace: a
            """,
            "a value cannot start with '@'; put it in quotes",
            "{metadata: {namespace: a}}"
        },
        {
            "backtick",
            """
            metadata:
              name: [|`web`|]
              namespace: a
            """,
            "a value cannot start with '`'; put it in quotes",
            "{metadata: {namespace: a}}"
        },
        {
            "indented too far",
            """
            metadata:
              name: web
               [|labels:|]
                app: web
              namespace: a
            spec: {}
            """,
            "the indentation of this line does not fit the lines before it",
            "{metadata: {name: web, namespace: a}, spec: {}}"
        },
        {
            "indented too little",
            """
            spec:
              template:
                metadata:
                  name: web
               [|replicas: 2|]
              paused: true
            """,
            "the indentation of this line does not fit the lines before it",
            "{spec: {template: {metadata: {name: web}}, paused: true}}"
        },
        {
            "list item indented too far",
            """
            args:
              - a
              - b: 1
                 [|c: 2|]
              - d
            """,
            "the indentation of this line does not fit the lines before it",
            "{args: [a, {b: 1}, d]}"
        },
        {
            "list beside its key",
            """
            spec:
              ports: [|- 80|]
              type: ClusterIP
            """,
            "a list cannot start beside its key; start a new line",
            "{spec: {type: ClusterIP}}"
        },
        {
            "text after a quote",
            """
            metadata:
              name: "web" [|two|]
              namespace: a
            """,
            "nothing may follow the closing quote",
            "{metadata: {namespace: a}}"
        },
        {
            "unknown escape",
            """
            metadata:
              [|name: "we\qb"|]
              namespace: a
            """,
            "a double-quoted text holds an escape sequence that YAML does not know",
            "{metadata: {namespace: a}}"
        },
        {
            "unknown alias",
            """
            metadata:
              [|name: *web|]
              namespace: a
            """,
            "the alias '*web' refers to no anchor before it",
            "{metadata: {namespace: a}}"
        },
        {
            "template actions",
            """
            metadata:
              name: web
              [|{{- if .Values.labels }}|]
              labels:
                app: {{ .Values.app }}
              {{- end }}
              namespace: "{{ .Values.namespace }}"
            """,
            "the document holds an action or a placeholder of a template, which is no YAML",
            "{metadata: {name: web, labels: ∅, namespace: '{{ .Values.namespace }}'}}"
        },
        {
            "a template action that is a mapping by accident",
            """
            metadata:
              name: [|{{ NAME }}|]
              namespace: shop
              labels:
                run: {{ NAME }}
            """,
            "the document holds an action or a placeholder of a template, which is no YAML",
            "{metadata: {namespace: shop, labels: ∅}}"
        },
        {
            "control character",
            "a: 1\nb: x[|\u0001|]y\nc: 3\n",
            "the control character U+0001 is not allowed in YAML",
            "{a: 1, c: 3}"
        },
        {
            "two mistakes",
            """
            metadata:
              name: [|@web|]
              namespace: a
            spec:
              [|typ|]
              ports: []
            """,
            "a value cannot start with '@'; put it in quotes",
            "{metadata: {namespace: a}, spec: {ports: []}}"
        },
        {
            "JSON without a comma",
            """
            {
              [|"kind": "Service"|]
              "spec": {
                "type": "ClusterIP"
              }
            }
            """,
            "expected ',' or the closing bracket of the flow collection",
            "{'spec': {'type': 'ClusterIP'}}"
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Wrong_line_alone_is_reported_and_left_out(string name, string marked, string message, string tree)
    {
        foreach (var lineBreak in (string[])["\n", "\r\n"])
        {
            var (text, spans) = Markup.Parse(marked.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", lineBreak, StringComparison.Ordinal));
            var document = Markup.ReadOne(text);
            var shown = string.Join(" | ", document.Errors.Select(error => $"{error.Message} at «{document.Source.ToString(error.Span)}»"));
            Assert.True(spans.SequenceEqual(document.Errors.Select(error => error.Span)), $"{name}: {shown} → {Markup.Show(document.Root)}");
            Assert.Equal(message, document.Errors[0].Message);
            Assert.Equal(tree, Markup.Show(document.Root));
            Assert.True(document.IsRecovered);
        }
    }
}
