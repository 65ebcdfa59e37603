using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

public static partial class ResourceProducers
{
    private static IEnumerable<ResourceProducer> Messaging() =>
    [
        .. Of("kafka.strimzi.io", Exposed, "Kafka", "KafkaConnect", "KafkaConnectS2I", "KafkaMirrorMaker", "KafkaMirrorMaker2", "KafkaBridge")
            .Named(Services, "{name}-*").Named(Secrets, "{name}-*")
            .Labelled("strimzi.io/cluster={name}", "strimzi.io/kind", "strimzi.io/name", "strimzi.io/component-type", "strimzi.io/pod-name", "app.kubernetes.io/instance={name}")
            .Owning("strimzi.io/"),
        .. Of("kafka.strimzi.io", Server, "KafkaNodePool")
            .Labelled("strimzi.io/cluster", "strimzi.io/pool-name={name}", "strimzi.io/broker-role", "strimzi.io/controller-role").Owning("strimzi.io/"),
        .. Of("kafka.strimzi.io", Secrets, "KafkaUser").Named(Secrets, "{name}", "*{name}"),
        .. Of("core.strimzi.io", Pods, "StrimziPodSet").Labelled("strimzi.io/cluster").Owning("strimzi.io/"),
        .. Of("access.strimzi.io", Secrets, "KafkaAccess").Named(Secrets, "{spec.secretName|name}"),
        .. Of("console.streamshub.github.com", Exposed, "Console"),
        .. Of("platform.confluent.io", Exposed).Named(Services, "{name}", "{name}-*").Labelled("app={name}", "type={name}", "clusterId", "platform.confluent.io/type")
            .Owning("platform.confluent.io/"),
        .. Of("kafka.banzaicloud.io", Server, "KafkaCluster", "CruiseControlOperation")
            .Labelled("kafka_cr={name}", "app=kafka", "brokerId"),
        .. Of("kafka.banzaicloud.io", Secrets, "KafkaUser").Named(Secrets, "{spec.secretName}"),
        .. Of("aiven.io", Secrets | ConfigMaps).Named(Secrets, "{spec.connInfoSecretTarget.name|name}"),
        .. Of("cluster.redpanda.com", Exposed, "Redpanda", "Console", "Connector", "Pipeline", "StretchCluster", "NodePool")
            .Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name"),
        .. Of("cluster.redpanda.com", Secrets, "User").Named(Secrets, "{spec.authentication.password.valueFrom.secretKeyRef.name}"),
        .. Of("redpanda.vectorized.io", Exposed, "Cluster", "Console").Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("rabbitmq.com", Server, "RabbitmqCluster").Named(Services, "{name}", "{name}-nodes").Named(Secrets, "{name}-*")
            .Labelled("app.kubernetes.io/name={name}", "app.kubernetes.io/component=rabbitmq", "app.kubernetes.io/part-of=rabbitmq"),
        .. Of("rabbitmq.com", Secrets, "User").Named(Secrets, "{name}-user-credentials"),
        .. Of("nats.io", Server, "NatsCluster", "NatsServiceRole").Named(Services, "{name}", "{name}-*").Labelled("app=nats", "nats_cluster={name}"),
        .. Of("streaming.nats.io", Server, "NatsStreamingCluster"),
        .. Of("jetstream.nats.io", Secrets, "Account"),
        .. Of("broker.amq.io", Exposed, "ActiveMQArtemis", "ActiveMQArtemisSecurity", "ActiveMQArtemisScaledown")
            .Named(Services, "{name}-*").Labelled("ActiveMQArtemis={name}", "application={name}-app"),
        .. Of("arkmq.org", Exposed, "Broker").Labelled("Broker={name}"),
        .. Of("enmasse.io", Exposed).Anywhere(),
        .. Of("admin.enmasse.io", Exposed).Anywhere(),
        .. Of("interconnectedcloud.github.io", Exposed, "Interconnect").Named(Services, "{name}", "{name}-*"),
        .. Of("skupper.io", Exposed, "Site", "Listener", "Connector", "AttachedConnector", "AttachedConnectorBinding", "AccessGrant", "RouterAccess"),
        .. Of("apps.emqx.io", Server).Labelled("apps.emqx.io/instance={name}", "apps.emqx.io/managed-by=emqx-operator").Owning("apps.emqx.io/"),
        .. Of("pubsubplus.solace.com", Server, "PubSubPlusEventBroker").Named(Services, "{name}-*"),
        .. Of("pulsar.streamnative.io", Exposed).Named(Services, "{name}", "{name}-*").Labelled("cloud.streamnative.io/cluster").Owning("cloud.streamnative.io/"),
        .. Of("bookkeeper.streamnative.io", Exposed).Owning("cloud.streamnative.io/"),
        .. Of("zookeeper.streamnative.io", Exposed).Owning("cloud.streamnative.io/"),
        .. Of("k8s.streamnative.io", Exposed).Owning("cloud.streamnative.io/", "k8s.streamnative.io/"),
        .. Of("compute.functionmesh.io", Server, "Function", "Source", "Sink", "FunctionMesh").Labelled("compute.functionmesh.io/app").Owning("compute.functionmesh.io/"),
        .. Of("mq.ibm.com", Exposed, "QueueManager").Named(Services, "{name}-*", "{name}"),
        .. Of("eventstreams.ibm.com", Exposed),
        .. Of("camel.apache.org", Exposed, "Integration", "IntegrationPlatform", "Build", "Pipe", "KameletBinding", "CamelCatalog", "IntegrationKit")
            .Named(Services, "{name}").Labelled("camel.apache.org/integration={name}").Owning("camel.apache.org/"),
        .. Of("registry.apicur.io", Exposed, "ApicurioRegistry", "ApicurioRegistry3").Named(Services, "{name}-*", "{name}").Labelled("app={name}"),
        .. Of("argoproj.io", Pods | Services, "EventSource").Named(Services, "{name}-eventsource-svc").Labelled("eventsource-name={name}", "controller=eventsource-controller"),
        .. Of("argoproj.io", Pods, "Sensor").Labelled("sensor-name={name}", "controller=sensor-controller"),
        .. Of("argoproj.io", Server, "EventBus").Named(Services, "eventbus-{name}-*").Labelled("eventbus-name={name}", "controller=eventbus-controller"),
        .. Of("messaging.knative.dev", Pods | Services | Routes),
        .. Of("eventing.knative.dev", Pods | Services | Routes | ConfigMaps),
        .. Of("sources.knative.dev", Pods | Services | Secrets),
        .. Of("sinks.knative.dev", Pods | Services),
        .. Of("flows.knative.dev", Pods | Services),
        .. Of("kafka.eventing.knative.dev", Pods | Services | ConfigMaps),
        .. Of("internal.kafka.eventing.knative.dev", Pods | Services),
        .. Of("targets.triggermesh.io", Pods | Services),
        .. Of("sources.triggermesh.io", Pods | Services),
        .. Of("flow.triggermesh.io", Pods | Services),
        .. Of("numaflow.numaproj.io", Server, "Pipeline", "Vertex", "MonoVertex", "InterStepBufferService", "ServingPipeline").Owning("numaflow.numaproj.io/"),
        .. Of("temporal.io", Server, "TemporalCluster", "TemporalWorkerDeployment", "WorkerDeployment").Named(Services, "{name}-*"),
    ];

    private static IEnumerable<ResourceProducer> Search() =>
    [
        // Elastic Cloud on Kubernetes: every kind.
        .. Of("elasticsearch.k8s.elastic.co", Server).Named(Secrets, "{name}-es-*")
            .Labelled("elasticsearch.k8s.elastic.co/cluster-name={name}", "common.k8s.elastic.co/type=elasticsearch")
            .Owning("elasticsearch.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("kibana.k8s.elastic.co", Server).Named(Services, "{name}-kb-*").Named(Secrets, "{name}-kb-*", "{name}-kibana-*")
            .Labelled("kibana.k8s.elastic.co/name={name}", "common.k8s.elastic.co/type=kibana").Owning("kibana.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("apm.k8s.elastic.co", Server).Named(Services, "{name}-apm-*").Labelled("apm.k8s.elastic.co/name={name}").Owning("apm.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("beat.k8s.elastic.co", Server).Labelled("beat.k8s.elastic.co/name={name}", "common.k8s.elastic.co/type=beat").Owning("beat.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("agent.k8s.elastic.co", Server).Labelled("agent.k8s.elastic.co/name={name}").Owning("agent.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("logstash.k8s.elastic.co", Server).Named(Services, "{name}-ls-*").Labelled("logstash.k8s.elastic.co/name={name}").Owning("logstash.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("maps.k8s.elastic.co", Server).Named(Services, "{name}-ems-*").Labelled("maps.k8s.elastic.co/name={name}").Owning("maps.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("enterprisesearch.k8s.elastic.co", Server).Named(Services, "{name}-ent-*").Labelled("enterprisesearch.k8s.elastic.co/name={name}")
            .Owning("enterprisesearch.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("packageregistry.k8s.elastic.co", Server).Owning("packageregistry.k8s.elastic.co/", "common.k8s.elastic.co/"),
        .. Of("stackconfigpolicy.k8s.elastic.co", Secrets).Anywhere(),
        .. Of("opensearch.opster.io", Server).Named(Services, "{name}", "{name}-*", "{spec.general.serviceName}", "{spec.general.serviceName}-*")
            .Labelled("opster.io/opensearch-cluster={name}", "opster.io/opensearch-nodepool").Owning("opster.io/"),
        .. Of("zalando.org", Server, "ElasticsearchDataSet", "ElasticsearchMetricSet"),
        .. Of("solr.apache.org", Exposed, "SolrCloud", "SolrPrometheusExporter", "SolrBackup").Named(Services, "{name}-*")
            .Labelled("solr-cloud={name}", "technology=solr-cloud"),
        .. Of("solr.bloomberg.com", Exposed, "SolrCloud", "SolrPrometheusExporter", "SolrBackup", "SolrCollection").Labelled("solr-cloud={name}"),
        .. Of("ts.opentelekomcloud.com", Server, "TypesenseCluster").Named(Services, "{name}-*"),
        .. Of("opensearch.org", Server).Owning("opster.io/", "opensearch.org/"),
        .. Of("enterprise.splunk.com", Server).Named(Services, "splunk-{name}-*").Labelled("app.kubernetes.io/instance", "app.kubernetes.io/managed-by=splunk-operator"),
    ];
}
