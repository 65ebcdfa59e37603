using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

public static partial class ResourceProducers
{
    private static IEnumerable<ResourceProducer> Monitoring() =>
    [
        .. Of("monitoring.coreos.com", Server, "Prometheus")
            .Named(Services, "prometheus-operated", "{spec.serviceName}").Named(Secrets, "prometheus-{name}", "prometheus-{name}-*")
            .Labelled(
                "app.kubernetes.io/name=prometheus", "app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by=prometheus-operator",
                "app.kubernetes.io/version", "prometheus={name}", "app=prometheus", "operator.prometheus.io/name={name}")
            .Owning("operator.prometheus.io/"),
        .. Of("monitoring.coreos.com", Server, "PrometheusAgent")
            .Named(Services, "prometheus-agent-operated", "{spec.serviceName}").Named(Secrets, "prom-agent-{name}", "prom-agent-{name}-*")
            .Labelled("app.kubernetes.io/name=prometheus-agent", "app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by=prometheus-operator", "operator.prometheus.io/name={name}")
            .Owning("operator.prometheus.io/"),
        .. Of("monitoring.coreos.com", Server, "Alertmanager")
            .Named(Services, "alertmanager-operated", "{spec.serviceName}").Named(Secrets, "alertmanager-{name}", "alertmanager-{name}-*")
            .Labelled(
                "app.kubernetes.io/name=alertmanager", "app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by=prometheus-operator",
                "app.kubernetes.io/version", "alertmanager={name}", "app=alertmanager"),
        .. Of("monitoring.coreos.com", Server, "ThanosRuler")
            .Named(Services, "thanos-ruler-operated", "{spec.serviceName}").Named(Secrets, "thanos-ruler-{name}", "thanos-ruler-{name}-*")
            .Labelled("app.kubernetes.io/name=thanos-ruler", "app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by=prometheus-operator", "thanos-ruler={name}"),
        .. Of("monitoring.rhobs", Server, "MonitoringStack", "ThanosQuerier", "Prometheus", "Alertmanager", "PrometheusAgent", "ThanosRuler")
            .Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by"),
        .. Of("observability.openshift.io", Platform, "UIPlugin", "ObservabilityInstaller", "ClusterLogForwarder"),
        .. Of("monitoring.thanos.io", Server).Owning("operator.thanos.io/"),
        .. Of("monitoring.banzaicloud.io", Server, "Thanos", "ObjectStore", "Receiver", "StoreEndpoint", "ThanosEndpoint", "ThanosPeer").Anywhere(),
        .. Of("operator.victoriametrics.com", Exposed).Named(Services, "*{name}*")
            .Labelled("app.kubernetes.io/name", "app.kubernetes.io/instance={name}", "managed-by=vm-operator", "app.kubernetes.io/component=monitoring"),
        .. Of("grafana.integreatly.org", Exposed, "Grafana").Named(Services, "{name}-service", "{name}-alerting").Labelled("app={name}"),
        .. Of("grafana.integreatly.org", Secrets, "GrafanaServiceAccount").Named(Secrets, "{spec.tokens[].secretName}", "{name}-*"),
        .. Of("integreatly.org", Exposed, "Grafana").Named(Services, "grafana-service", "grafana-alert").Labelled("app=grafana"),
        .. Of("monitoring.grafana.com", Server, "GrafanaAgent", "Integration", "LogsInstance", "MetricsInstance").Labelled("grafana-agent={name}", "app.kubernetes.io/instance={name}"),
        .. Of("collectors.grafana.com", Exposed, "Alloy"),
        .. Of("loki.grafana.com", Exposed, "LokiStack").Named(Services, "{name}-*").Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name=lokistack", "app.kubernetes.io/component")
            .Owning("loki.grafana.com/"),
        .. Of("k6.io", Pods | Services | ConfigMaps, "K6", "TestRun", "PrivateLoadZone").Labelled("k6_cr={name}", "app=k6"),
        .. Of("perses.dev", Server, "Perses").Named(Services, "{name}"),
        .. Of("datadoghq.com", Server, "DatadogAgent", "DatadogAgentInternal", "DatadogAgentProfile").Named(Services, "{name}-*", "datadog-*").Owning("agent.datadoghq.com/"),
        .. Of("dynatrace.com", Server).Owning("dynatrace.com/", "component.dynatrace.com/").Anywhere(),
        .. Of("newrelic.com", Server).Anywhere(),
        .. Of("instana.io", Platform, "InstanaAgent", "InstanaAgentRemote").Anywhere(),
        .. Of("instana.ibm.com", Platform, "Core", "Unit").Anywhere(),
        .. Of("sloth.slok.dev", Others, "PrometheusServiceLevel"),
        .. Of("pyrra.dev", Others, "ServiceLevelObjective"),
        .. Of("coroot.com", Server, "Coroot").Named(Services, "{name}-*"),

        // Logs.
        .. Of("logging.banzaicloud.io", Server, "Logging", "FluentbitAgent", "SyslogNGConfig", "FluentdConfig", "LoggingRoute")
            .Named(Services, "{name}-*").Labelled("app.kubernetes.io/name", "app.kubernetes.io/managed-by={name}").Into("spec.controlNamespace"),
        .. Of("fluentbit.fluent.io", Server, "FluentBit", "Collector").Named(Services, "{name}").Labelled("app.kubernetes.io/name={name}"),
        .. Of("fluentd.fluent.io", Server, "Fluentd").Named(Services, "{name}").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("logging.openshift.io", Exposed, "ClusterLogging", "ClusterLogForwarder", "Elasticsearch", "Kibana", "LogFileMetricExporter"),
        .. Of("observability.kaasops.io", Server, "Vector", "VectorAggregator", "ClusterVectorAggregator").Named(Services, "{name}-*"),
    ];

    private static IEnumerable<ResourceProducer> Tracing() =>
    [
        .. Of("opentelemetry.io", Exposed, "OpenTelemetryCollector", "TargetAllocator", "OpAMPBridge", "ClusterObservability")
            .Named(Services, "{name}-collector", "{name}-collector-*", "{name}-targetallocator", "{name}-*", "{name}")
            .Labelled("app.kubernetes.io/name={name}-collector", "app.kubernetes.io/component", "app.kubernetes.io/managed-by=opentelemetry-operator", "app.kubernetes.io/instance")
            .Owning("opentelemetry.io/"),
        .. Of("jaegertracing.io", Exposed, "Jaeger").Named(Services, "{name}-*").Labelled("app=jaeger", "app.kubernetes.io/instance={name}", "app.kubernetes.io/part-of=jaeger"),
        .. Of("tempo.grafana.com", Exposed, "TempoStack", "TempoMonolithic").Named(Services, "tempo-{name}-*", "tempo-{name}")
            .Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by=tempo-operator"),
        .. Of("odigos.io", Server).Owning("odigos.io/").Anywhere(),
        .. Of("operator.skywalking.apache.org", Exposed).Named(Services, "{name}-*").Labelled("operator.skywalking.apache.org/application", "app").Owning("operator.skywalking.apache.org/"),
        .. Of("kiali.io", Exposed, "Kiali", "OSSMConsole").Named(Services, "kiali", "{name}", "ossmconsole", "*kiali*")
            .Labelled("app=kiali", "app.kubernetes.io/name=kiali", "app.kubernetes.io/instance").Into("spec.deployment.namespace"),
        .. Of("px.dev", Server).Anywhere(),
        .. Of("flows.netobserv.io", Platform, "FlowCollector").Anywhere(),
    ];

    private static IEnumerable<ResourceProducer> Applications() =>
    [
        .. Of("keycloak.org", Exposed, "Keycloak", "KeycloakBackup").Named(Services, "keycloak", "keycloak-*", "{name}-*"),
        .. Of("jenkins.io", Exposed, "Jenkins").Named(Services, "jenkins-operator-*").Labelled("app=jenkins-operator", "jenkins-cr={name}"),
        .. Of("sonarsource.parflesh.github.io", Exposed, "SonarQube", "SonarQubeServer"),
        .. Of("goharbor.io", Exposed).Named(Services, "{name}", "{name}-*"),
        .. Of("quay.redhat.com", Exposed, "QuayRegistry", "QuayEcosystem").Named(Services, "{name}-*").Labelled("quay-operator/quayregistry={name}", "quay-component")
            .Owning("quay-operator/"),
        .. Of("wildfly.org", Exposed, "WildFlyServer").Named(Services, "{name}-*").Labelled("app.kubernetes.io/name={name}", "app.openshift.io/runtime=wildfly"),
        .. Of("apps.3scale.net", Exposed, "APIManager", "APIcast", "APIManagerBackup", "APIManagerRestore").Labelled("app", "threescale_component", "deploymentConfig", "deployment"),
        .. Of("capabilities.3scale.net", Secrets),
        .. Of("app.kiegroup.org", Exposed).Named(Services, "{name}", "{name}-*"),
        .. Of("rhpam.kiegroup.org", Exposed),
        .. Of("sonataflow.org", Exposed).Named(Services, "{name}", "{name}-*").Labelled("app={name}", "sonataflow.org/workflow-app").Owning("sonataflow.org/"),
        .. Of("liberty.websphere.ibm.com", Exposed, "WebSphereLibertyApplication").Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("apps.openliberty.io", Exposed, "OpenLibertyApplication").Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("openliberty.io", Exposed, "OpenLibertyApplication").Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("rc.app.stacks", Exposed, "RuntimeComponent").Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("app.stacks", Exposed, "RuntimeComponent").Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("weblogic.oracle", Server, "Domain", "Cluster").Named(Services, "{name}-*", "{spec.domainUID}-*").Labelled("weblogic.domainUID").Owning("weblogic."),
        .. Of("coherence.oracle.com", Server, "Coherence", "CoherenceJob").Named(Services, "{name}-*", "{spec.ports[].service.name}").Labelled("coherenceDeployment={name}", "coherenceCluster", "coherenceComponent=coherencePod"),
        .. Of("rhdh.redhat.com", Exposed, "Backstage").Named(Services, "backstage-{name}", "backstage-*-{name}", "backstage-{name}-*").Labelled("rhdh.redhat.com/app=backstage-{name}")
            .Owning("rhdh.redhat.com/"),
        .. Of("janus-idp.io", Exposed, "Backstage").Named(Services, "backstage-{name}", "backstage-*-{name}"),
        .. Of("org.eclipse.che", Platform, "CheCluster").Anywhere(),
        .. Of("workspace.devfile.io", Exposed, "DevWorkspace").Labelled("controller.devfile.io/devworkspace_id", "controller.devfile.io/devworkspace_name={name}").Owning("controller.devfile.io/"),
        .. Of("controller.devfile.io", Exposed, "DevWorkspaceRouting").Owning("controller.devfile.io/"),
        .. Of("wordpress.presslabs.org", Exposed, "Wordpress"),
        .. Of("repo-manager.pulpproject.org", Exposed, "Pulp", "PulpBackup", "PulpRestore").Named(Services, "{name}-*"),
        .. Of("awx.ansible.com", Exposed, "AWX", "AWXBackup", "AWXRestore", "AWXMeshIngress").Named(Services, "{name}-*", "{name}")
            .Labelled("app.kubernetes.io/name", "app.kubernetes.io/part-of={name}", "app.kubernetes.io/managed-by=awx-operator", "app.kubernetes.io/component"),
        .. Of("eda.ansible.com", Exposed).Named(Services, "{name}-*", "{name}"),
        .. Of("automationcontroller.ansible.com", Exposed).Named(Services, "{name}-*", "{name}").Labelled("app.kubernetes.io/part-of={name}"),
        .. Of("automationhub.ansible.com", Exposed).Named(Services, "{name}-*", "{name}"),
        .. Of("aap.ansible.com", Exposed).Named(Services, "{name}-*", "{name}"),
        .. Of("lightspeed.ansible.com", Exposed),
        .. Of("agones.dev", Pods | Services, "FleetAutoscaler"),
        .. Of("mattermost.com", Exposed, "ClusterInstallation", "MattermostRestoreDB").Named(Services, "{name}", "{name}-*", "{spec.ingressName}"),
        .. Of("installation.mattermost.com", Exposed, "Mattermost").Named(Services, "{name}", "{name}-*").Labelled("installation.mattermost.com/installation={name}", "app=mattermost")
            .Owning("installation.mattermost.com/"),
        .. Of("synapse.opdev.io", Exposed),
        .. Of("openfaas.com", Pods | Services, "Function").Named(Services, "{spec.name|name}").Labelled("faas_function"),
        .. Of("kubeless.io", Pods | Services, "Function").Named(Services, "{name}").Labelled("function={name}"),
        .. Of("fission.io", Server, "Environment", "Function", "Package").Anywhere(),
        .. Of("nuclio.io", Exposed).Named(Services, "nuclio-{name}", "nuclio-*").Labelled("nuclio.io/function-name={name}").Owning("nuclio.io/"),
        .. Of("core.openfunction.io", Pods | Services | Routes),
        .. Of("core.spinkube.dev", Pods | Services, "SpinApp").Named(Services, "{name}").Labelled("core.spinkube.dev/app-name={name}").Owning("core.spinkube.dev/", "core.spinoperator.dev/"),
        .. Of("core.spinoperator.dev", Pods | Services, "SpinApp").Named(Services, "{name}").Labelled("core.spinoperator.dev/app-name={name}").Owning("core.spinoperator.dev/"),
        .. Of("k8s.wasmcloud.dev", Pods | Services),
        .. Of("shipwright.io", Pods, "BuildRun", "Build"),
        .. Of("kpack.io", Pods | Secrets, "Image", "Build"),
        .. Of("renovate-operator.mogenius.com", Pods, "RenovateJob"),
        .. Of("litellm.home-operations.com", Exposed, "LiteLLMProxy").Named(Services, "{name}", "{name}-*"),
        .. Of("litellm.home-operations.com", Secrets, "LiteLLMVirtualKey", "LiteLLMTeam", "LiteLLMUser"),
    ];
}
