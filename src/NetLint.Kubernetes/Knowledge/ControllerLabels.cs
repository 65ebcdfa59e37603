using System.Collections.Frozen;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>
/// The labels that controllers, admission and platforms put on pods at run time. A selector may use them although no pod
/// template shows them.
/// </summary>
public static class ControllerLabels
{
    private static readonly FrozenSet<string> Keys = ((IEnumerable<string>)
    [
        // Workload controllers of Kubernetes.
        "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "controller-revision-hash", "pod-template-hash", "pod-template-generation",
        "job-name", "controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-completion-index",
        "batch.kubernetes.io/cronjob-scheduled-timestamp", "kubernetes.io/config.mirror",

        // Other controllers that run pods from a template.
        "rollouts-pod-template-hash", "deploymentconfig", "openshift.io/build.name", "notebook-name", "eventsource-name", "sensor-name", "eventbus-name",
        "eventlistener", "faas_function", "volcano.sh/job-name", "jobset.sigs.k8s.io/jobset-name",

        // Database and message operators.
        "spilo-role", "kafka_cr", "brokerId", "infinispan_cr", "redisfailovers-role", "redis_setup_type", "redis-role",
        "couchbase_cluster", "etcd_cluster", "nats_cluster", "vault_cr", "arango_deployment", "druid_cr", "solr-cloud", "coherenceCluster", "coherenceDeployment", "scylla/cluster",
        "vault-active", "vault-initialized", "vault-sealed", "vault-perf-standby", "vault-version", "openbao-active", "openbao-initialized", "openbao-sealed", "replicationRole",
        "ActiveMQArtemis", "rook_cluster", "rook_file_system", "rook_object_store", "ceph_daemon_id", "ceph_daemon_type", "mgr_role", "spark-role", "spark-app-selector", "spark-app-name",
        "seldon-deployment-id", "seldon-app", "weblogic.domainUID", "weblogic.clusterName", "weblogic.serverName", "k6_cr", "dask.org/cluster-name",
    ]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Domains = ((IEnumerable<string>)
    [
        // Kubernetes, its subprojects, schedulers.
        "topology.kubernetes.io", "topology.k8s.io", "failure-domain.beta.kubernetes.io", "statefulset.kubernetes.io", "batch.kubernetes.io", "leaderworkerset.sigs.k8s.io", "jobset.sigs.k8s.io",
        "kueue.x-k8s.io", "apps.kruise.io", "lifecycle.apps.kruise.io", "game.kruise.io", "volcano.sh", "training.kubeflow.org", "trainer.kubeflow.org", "agones.dev", "ray.io", "grove.io",
        "gateway.networking.k8s.io",

        // Meshes: labels of injected sidecars and of generated gateways.
        "linkerd.io", "istio.io", "service.istio.io", "security.istio.io", "topology.istio.io", "gateway.istio.io", "maistra.io", "kuma.io", "k8s.kuma.io", "consul.hashicorp.com",
        "gateway.envoyproxy.io",

        // Serverless, pipelines.
        "serving.knative.dev", "eventing.knative.dev", "messaging.knative.dev", "sources.knative.dev", "tekton.dev", "triggers.tekton.dev", "workflows.argoproj.io", "serving.kserve.io",
        "camel.apache.org", "core.openfunction.io", "prow.k8s.io", "actions.github.com", "sparkoperator.k8s.io", "dask.org", "nuclio.io", "acme.cert-manager.io",

        // Virtual machines and platforms.
        "kubevirt.io", "vm.kubevirt.io", "cdi.kubevirt.io", "kubevirt-manager.io", "openshift.io", "ingresscontroller.operator.openshift.io", "hypershift.openshift.io", "controller.devfile.io",
        "upgrade.cattle.io", "svccontroller.k3s.cattle.io", "svccontroller.rke2.cattle.io", "tailscale.com", "longhorn.io", "volsync.backube", "rook.io", "ceph.rook.io",

        // Database, message and search operators.
        "cnpg.io", "k8s.enterprisedb.io", "postgres-operator.crunchydata.com", "pgv2.percona.com", "stackgres.io", "strimzi.io", "platform.confluent.io", "cloud.streamnative.io",
        "cassandra.datastax.com", "k8ssandra.io", "scylla", "scylla-operator.scylladb.com", "planetscale.com", "mysql.oracle.com", "mysql.presslabs.org", "mysql.radondb.com", "moco.cybozu.com",
        "k8s.mariadb.com", "tidb.pingcap.com", "pingcap.com", "clickhouse.altinity.com", "clickhouse-keeper.altinity.com", "elasticsearch.k8s.elastic.co", "kibana.k8s.elastic.co",
        "apm.k8s.elastic.co", "beat.k8s.elastic.co", "agent.k8s.elastic.co", "logstash.k8s.elastic.co", "maps.k8s.elastic.co", "enterprisesearch.k8s.elastic.co", "common.k8s.elastic.co",
        "opster.io", "apps.kubeblocks.io", "workloads.kubeblocks.io", "kubedb.com", "v1.min.io", "apps.emqx.io", "operator.prometheus.io", "loki.grafana.com", "opentelemetry.io",
        "app.starrocks.ownerreference", "redisfailovers.databases.spotahome.com", "stackable.tech", "foundationdb.org", "compute.functionmesh.io", "numaflow.numaproj.io",
    ]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> StaticPods =
        new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
        {
            ["component"] = Set("kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd", "kube-proxy", "cloud-controller-manager"),
            ["tier"] = Set("control-plane"),
            ["k8s-app"] = Set(
                "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kube-proxy", "kube-dns", "coredns", "etcd", "etcd-manager-main", "etcd-manager-events", "node-local-dns", "kubelet",
                "metrics-server", "konnectivity-agent", "cilium", "cilium-envoy", "hubble-relay", "calico-node", "calico-kube-controllers", "calico-typha", "flannel", "kube-flannel",
                "aws-node", "azure-cns", "azure-npm", "cloud-controller-manager", "kube-router", "canal", "weave-net", "antrea-agent", "fluentbit-gke", "gke-metrics-agent", "event-exporter",
                "dns-default", "node-problem-detector"),
            ["app.kubernetes.io/name"] = Set("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kube-proxy"),
            ["app"] = Set("openshift-kube-apiserver", "openshift-kube-controller-manager", "openshift-kube-scheduler", "kube-controller-manager", "kube-scheduler"),
            ["dns.operator.openshift.io/daemonset-dns"] = Set("default"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Roles = Set("primary", "replica", "master", "standby_leader", "sync_standby");

    /// <summary>Whether a controller, and not a pod template, puts a label of this key on pods.</summary>
    /// <param name="key">The key of the label.</param>
    /// <returns>True when the key belongs to a controller.</returns>
    public static bool IsAddedByController(string key)
    {
        if (Keys.Contains(key)) return true;
        var slash = key.IndexOf('/');
        return slash > 0 && Domains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key.AsSpan(0, slash));
    }

    /// <summary>
    /// Whether a controller may put this label on pods. Besides the keys that belong to a controller these are keys that people
    /// use as well, with values by which database operators mark the leader and its followers.
    /// </summary>
    /// <param name="key">The key of the label.</param>
    /// <param name="value">The value of the label.</param>
    /// <returns>True when a controller may have put it there.</returns>
    public static bool IsAddedByController(string key, string value) =>
        IsAddedByController(key) || (string.Equals(key, "role", StringComparison.Ordinal) && Roles.Contains(value));

    /// <summary>Whether a label is that of a pod that the platform itself runs: a static pod of the control plane or one of its add-ons.</summary>
    /// <param name="key">The key of the label.</param>
    /// <param name="value">The value of the label.</param>
    /// <returns>True when such pods carry it.</returns>
    public static bool IsStaticPod(string key, string value) => StaticPods.TryGetValue(key, out var values) && values.Contains(value);

    private static FrozenSet<string> Set(params string[] values) => values.ToFrozenSet(StringComparer.Ordinal);
}
