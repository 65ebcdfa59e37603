using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

public static partial class ResourceProducers
{
    private static IEnumerable<ResourceProducer> Storage() =>
    [
        .. Of("ceph.rook.io", Exposed, "CephCluster").Named(Services, "rook-*", "csi-*").Named(Secrets, "rook-*")
            .Labelled("app", "rook_cluster", "ceph_daemon_type", "ceph_daemon_id", "mgr_role").Owning("rook.io/", "ceph.rook.io/"),
        .. Of("ceph.rook.io", Exposed, "CephObjectStore").Named(Services, "rook-ceph-rgw-{name}").Labelled("app=rook-ceph-rgw", "rgw={name}", "rook_object_store={name}", "rook_cluster")
            .Owning("rook.io/", "ceph.rook.io/"),
        .. Of("ceph.rook.io", Server, "CephFilesystem").Labelled("app=rook-ceph-mds", "rook_file_system={name}"),
        .. Of("ceph.rook.io", Server, "CephNFS").Named(Services, "rook-ceph-nfs-{name}-*").Labelled("app=rook-ceph-nfs", "ceph_nfs={name}"),
        .. Of("ceph.rook.io", Secrets, "CephObjectStoreUser").Named(Secrets, "rook-ceph-object-user-*"),
        .. Of("ceph.rook.io", Secrets, "CephClient").Named(Secrets, "rook-ceph-client-{name}", "{spec.secretName}"),
        .. Of("ceph.rook.io", Server, "CephRBDMirror", "CephFilesystemMirror", "CephBlockPool", "CephCOSIDriver", "CephBucketNotification"),
        .. Of("csi.ceph.io", Server).Anywhere(),
        .. Of("nfs.rook.io", Server),
        .. Of("cassandra.rook.io", Server),
        .. Of("ocs.openshift.io", Platform).Anywhere(),
        .. Of("odf.openshift.io", Platform).Anywhere(),
        .. Of("noobaa.io", Exposed, "NooBaa", "BackingStore", "NamespaceStore").Named(Services, "noobaa-*", "s3", "sts", "{name}-*").Labelled("app=noobaa", "noobaa-core", "noobaa-s3", "noobaa-db"),
        .. Of("noobaa.io", Secrets, "NooBaaAccount").Named(Secrets, "noobaa-account-{name}"),
        .. Of("minio.min.io", Exposed, "Tenant").Named(Services, "minio", "{name}-*", "{name}").Labelled("v1.min.io/tenant={name}", "v1.min.io/pool", "v1.min.io/console={name}-console")
            .Owning("v1.min.io/"),
        .. Of("aistor.min.io", Exposed).Owning("v1.min.io/", "aistor.min.io/"),
        .. Of("seaweed.seaweedfs.com", Server, "Seaweed").Named(Services, "{name}-*").Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name=seaweedfs"),
        .. Of("longhorn.io", Server, "ShareManager", "Engine", "Replica", "InstanceManager", "BackingImage", "RecurringJob", "Setting", "Volume")
            .Labelled("longhorn.io/component").Owning("longhorn.io/").Anywhere(),
        .. Of("openebs.io", Server, "CStorVolume", "CStorPool", "JivaVolume").Owning("openebs.io/"),
        .. Of("cstor.openebs.io", Server).Owning("openebs.io/"),
        .. Of("core.libopenstorage.org", Platform, "StorageCluster", "StorageNode"),
        .. Of("piraeus.io", Server, "LinstorCluster", "LinstorSatellite", "LinstorSatelliteConfiguration", "LinstorController").Named(Services, "linstor-*", "{name}-*").Anywhere(),
        .. Of("piraeus.linbit.com", Server),
        .. Of("storageos.com", Server).Anywhere(),
        .. Of("topolvm.cybozu.com", Server, "TopolvmCluster").Anywhere(),
        .. Of("lvm.topolvm.io", Server, "LVMCluster").Anywhere(),
        .. Of("local.storage.openshift.io", Pods, "LocalVolume", "LocalVolumeSet", "LocalVolumeDiscovery"),
        .. Of("storage.hpe.com", Server).Anywhere(),
        .. Of("csi.hpe.com", Server).Anywhere(),
        .. Of("storage.dell.com", Server).Anywhere(),
        .. Of("trident.netapp.io", Server, "TridentOrchestrator").Anywhere(),
        .. Of("csi.ibm.com", Server).Anywhere(),
        .. Of("scale.spectrum.ibm.com", Server).Anywhere(),

        // Backup and replication.
        .. Of("volsync.backube", Pods | Services | Secrets, "ReplicationSource", "ReplicationDestination").Named(Services, "volsync-*").Owning("volsync.backube/"),
        .. Of("velero.io", Anything, "Restore").Anywhere(),
        .. Of("velero.io", Pods | ConfigMaps, "Backup", "DataUpload", "DataDownload", "PodVolumeBackup", "PodVolumeRestore", "BackupRepository"),
        .. Of("oadp.openshift.io", Platform, "DataProtectionApplication", "CloudStorage"),
        .. Of("apik10.kasten.io", Exposed, "K10"),
        .. Of("actions.kio.kasten.io", Anything).Anywhere(),
        .. Of("stash.appscode.com", Pods | Secrets | ConfigMaps),
        .. Of("core.kubestash.com", Pods | Secrets | ConfigMaps),
        .. Of("k8up.io", Pods, "Backup", "Restore", "Check", "Prune", "Archive", "Schedule"),
        .. Of("backup.appuio.ch", Pods),
        .. Of("kopiur.home-operations.com", Pods | Services | Secrets | ConfigMaps),
        .. Of("miroir.home-operations.com", Pods | Services),
        .. Of("resources.cattle.io", Anything, "Restore").Anywhere(),
        .. Of("migration.openshift.io", Anything).Anywhere(),
        .. Of("forklift.konveyor.io", Pods | Services | Secrets | Routes).Anywhere(),
    ];

    private static IEnumerable<ResourceProducer> Virtualization() =>
    [
        .. Of("kubevirt.io", Pods | Secrets, "VirtualMachine").Labelled("kubevirt.io=virt-launcher", "vm.kubevirt.io/name={name}", "kubevirt.io/domain={name}").Owning("kubevirt.io/", "vm.kubevirt.io/"),
        .. Of("kubevirt.io", Pods, "VirtualMachineInstance", "VirtualMachineInstanceReplicaSet", "VirtualMachineInstanceMigration").Labelled("kubevirt.io=virt-launcher")
            .Owning("kubevirt.io/", "vm.kubevirt.io/"),
        .. Of("kubevirt.io", Platform, "KubeVirt").Named(Services, "virt-*", "kubevirt-*").Labelled("kubevirt.io").Owning("kubevirt.io/"),
        .. Of("pool.kubevirt.io", Pods, "VirtualMachinePool").Owning("kubevirt.io/"),
        .. Of("export.kubevirt.io", Pods | Services | Secrets, "VirtualMachineExport").Named(Services, "virt-export-{name}"),
        .. Of("cdi.kubevirt.io", Pods | Services | Secrets, "CDI", "DataVolume", "DataImportCron", "StorageProfile").Owning("cdi.kubevirt.io/"),
        .. Of("hco.kubevirt.io", Platform, "HyperConverged").Anywhere(),
        .. Of("ssp.kubevirt.io", Platform).Anywhere(),
        .. Of("networkaddonsoperator.network.kubevirt.io", Platform).Anywhere(),
        .. Of("nodemaintenance.kubevirt.io", Pods),
        .. Of("mtq.kubevirt.io", Server),
        .. Of("aaq.kubevirt.io", Server),
        .. Of("harvesterhci.io", Anything).Anywhere(),
        .. Of("virt.virtink.smartx.com", Pods, "VirtualMachine"),
        .. Of("vm.neon.tech", Pods, "VirtualMachine"),
        .. Of("virtualization.deckhouse.io", Pods | Services | Secrets),
        .. Of("vmoperator.vmware.com", Secrets | Services | EndpointSlices),
        .. Of("kataconfiguration.openshift.io", Pods).Anywhere(),
    ];

    private static IEnumerable<ResourceProducer> OpenShift() =>
    [
        .. Of("template.openshift.io", Anything, "Template", "TemplateInstance"),
        .. Of("", Anything, "Template"),
        .. Of("build.openshift.io", Pods, "BuildConfig", "Build").Owning("openshift.io/"),
        .. Of("apps.openshift.io", Pods, "DeploymentConfig").Labelled("deployment", "deploymentconfig={name}").Owning("openshift.io/"),
        .. Of("project.openshift.io", Namespaces, "Project", "ProjectRequest").Named(Namespaces, "{name}"),
        .. Of("operator.openshift.io", Platform).Anywhere(),
        .. Of("config.openshift.io", Platform).Anywhere(),
        .. Of("imageregistry.operator.openshift.io", Exposed).Named(Services, "image-registry*").Anywhere(),
        .. Of("samples.operator.openshift.io", Others).Anywhere(),
        .. Of("logging.openshift.io", Exposed),
        .. Of("kueue.openshift.io", Platform).Anywhere(),
        .. Of("gitops.openshift.io", Platform, "GitopsService").Anywhere(),
        .. Of("managed-gitops.redhat.com", Anything).Anywhere(),
        .. Of("costmanagement-metrics-cfg.openshift.io", Server),
        .. Of("observability.open-cluster-management.io", Platform).Anywhere(),
        .. Of("submarineraddon.open-cluster-management.io", Platform).Anywhere(),
        .. Of("search.open-cluster-management.io", Platform),
        .. Of("addon.open-cluster-management.io", Anything).Anywhere(),
        .. Of("agent.open-cluster-management.io", Anything).Anywhere(),
        .. Of("cluster.open-cluster-management.io", Namespaces | Others, "ManagedCluster", "ManagedClusterSet").Anywhere(),
        .. Of("toolchain.dev.openshift.com", Anything).Anywhere(),
        .. Of("ptp.openshift.io", Pods).Anywhere(),
        .. Of("tuned.openshift.io", Pods).Anywhere(),
        .. Of("performance.openshift.io", Others).Anywhere(),
    ];
}
