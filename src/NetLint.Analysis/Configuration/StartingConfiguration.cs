namespace NetLint.Analysis.Configuration;

/// <summary>The configuration file that a repository starts with: every key, explained, and none of them set.</summary>
public static class StartingConfiguration
{
    /// <summary>
    /// The text. Lines that begin with <c>##</c> explain; to use an example, its lines lose their <c># </c>.
    /// </summary>
    public static string Text { get; } =
        """
        ## Configuration of NetLint. Everything is optional: without this file NetLint uses the defaults named below.
        ## 'netlint config schema' prints a JSON Schema with which editors complete and check this file.

        ## The Kubernetes version the manifests are meant for. Default: the newest one NetLint knows.
        # kubernetesVersion: "1.34"

        ## The ports the API server takes node ports from, as in its flag --service-node-port-range. Default: 30000-32767.
        # nodePortRange: "30000-32767"

        ## Ingress classes of the cluster that no manifest here declares, the controller that serves each, and the default one.
        # ingressClasses:
        #   - name: public
        #     controller: k8s.io/ingress-nginx
        #     default: true

        ## Resources that exist in the cluster and not in this repository; * stands for any text.
        # external:
        #   - kind: Secret
        #     namespace: shop-*
        #     name: "*-tls"

        ## What is deployed together, where 'netlint units' shows something else. A path is a directory or a glob of directories.
        # units:
        #   - path: deploy/shop
        #     kind: directory
        #     recurse: true
        #     namespace: shop
        #   - path: examples/**
        #     ignore: true

        ## Which units reach one cluster; those see each other.
        # clusters:
        #   - name: production
        #     paths:
        #       - overlays/*/production

        ## Addresses under which Argo CD and Flux know this repository, besides those of its git remotes.
        # repository:
        #   urls:
        #     - https://git.example.org/shop/deploy

        ## The files to read and to leave out. A glob without a slash matches at any depth.
        ## Default: every YAML and JSON file that git does not ignore.
        # include:
        #   - deploy/**
        # exclude:
        #   - "**/testdata/**"

        ## Which rules run: off, on, info, warning or error, for an id, the beginning of ids, a category or all.
        ## 'netlint rules' lists them.
        # rules:
        #   NL1: on
        #   maintainability: info

        ## Settings for some files. What is off here is counted as suppressed.
        # overrides:
        #   - files:
        #       - examples/**
        #     rules:
        #       correctness: off
        #     reason: the examples are deliberately incomplete

        """.ReplaceLineEndings("\n");
}
