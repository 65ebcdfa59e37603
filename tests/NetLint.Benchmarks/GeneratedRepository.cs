using System.Globalization;
using System.Text;

namespace NetLint.Benchmarks;

/// <summary>Writes a repository of networking manifests that hang together: Deployments, Services, Ingresses and NetworkPolicies.</summary>
internal static class GeneratedRepository
{
    private const int AppsInDirectory = 25;

    /// <summary>Writes about as many resources as asked for, five to an application, one file an application, and returns their number.</summary>
    public static int Write(string root, int resources)
    {
        var apps = resources / 5;
        for (var i = 0; i < apps; i++)
        {
            var directory = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"team-{i / (AppsInDirectory * 20)}"), string.Create(CultureInfo.InvariantCulture, $"group-{i / AppsInDirectory}"));
            Directory.CreateDirectory(directory);
            File.WriteAllText(Path.Combine(directory, $"app-{i}.yaml"), App(i));
        }

        return apps * 5;
    }

    private static string App(int i)
    {
        var text = new StringBuilder();
        // One application in a hundred has a fault, so that reporting is part of what is measured.
        var selected = i % 100 == 7 ? $"ap-{i}x" : $"app-{i}";
        text.Append(CultureInfo.InvariantCulture, $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: app-{{i}}
              namespace: ns-{{i / AppsInDirectory}}
              labels:
                app.kubernetes.io/name: app-{{i}}
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app.kubernetes.io/name: app-{{i}}
              template:
                metadata:
                  labels:
                    app.kubernetes.io/name: app-{{i}}
                    app.kubernetes.io/part-of: shop
                spec:
                  containers:
                    - name: main
                      image: registry.example.com/shop/app-{{i}}:1.0.0
                      env:
                        - name: LOG_LEVEL
                          value: info
                      ports:
                        - name: http
                          containerPort: 8080
                        - name: metrics
                          containerPort: 9090
                      readinessProbe:
                        httpGet:
                          path: /ready
                          port: http
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: app-{{i}}
              namespace: ns-{{i / AppsInDirectory}}
            spec:
              selector:
                app.kubernetes.io/name: {{selected}}
              ports:
                - name: http
                  port: 80
                  targetPort: http
                - name: metrics
                  port: 9090
                  targetPort: metrics
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: app-{{i}}
              namespace: ns-{{i / AppsInDirectory}}
              annotations:
                cert-manager.io/cluster-issuer: letsencrypt
            spec:
              ingressClassName: nginx
              tls:
                - hosts: [app-{{i}}.example.com]
                  secretName: app-{{i}}-tls
              rules:
                - host: app-{{i}}.example.com
                  http:
                    paths:
                      - path: /
                        pathType: Prefix
                        backend:
                          service:
                            name: app-{{i}}
                            port:
                              name: http
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: app-{{i}}
              namespace: ns-{{i / AppsInDirectory}}
            spec:
              podSelector:
                matchLabels:
                  app.kubernetes.io/name: app-{{i}}
              policyTypes: [Ingress, Egress]
              ingress:
                - from:
                    - namespaceSelector:
                        matchLabels:
                          kubernetes.io/metadata.name: ingress
                  ports:
                    - port: http
              egress:
                - to:
                    - namespaceSelector:
                        matchLabels:
                          kubernetes.io/metadata.name: kube-system
                  ports:
                    - protocol: UDP
                      port: 53
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: app-{{i}}
              namespace: ns-{{i / AppsInDirectory}}
            data:
              url: http://app-{{i}}.ns-{{i / AppsInDirectory}}.svc.cluster.local
              workers: "4"

            """);
        return text.ToString();
    }
}
