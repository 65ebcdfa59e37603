using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

public static partial class ResourceProducers
{
    private static IEnumerable<ResourceProducer> Postgres() =>
    [
        .. Of("postgresql.cnpg.io", Server, "Cluster")
            .Named(Services, "{name}-*", "{spec.managed.services.additional[].serviceTemplate.metadata.name}")
            .Named(Secrets, "{name}-*")
            .Labelled("cnpg.io/cluster={name}", "cnpg.io/instanceName", "cnpg.io/instanceRole", "cnpg.io/podRole=instance", "postgresql={name}", "role")
            .Owning("cnpg.io/"),
        .. Of("postgresql.cnpg.io", Server, "Pooler").Named(Services, "{name}").Labelled("cnpg.io/poolerName={name}", "cnpg.io/podRole=pooler").Owning("cnpg.io/"),
        .. Of("postgresql.k8s.enterprisedb.io", Server, "Cluster", "Pooler")
            .Named(Services, "{name}", "{name}-*").Named(Secrets, "{name}-*").Labelled("k8s.enterprisedb.io/cluster={name}", "postgresql={name}", "role")
            .Owning("k8s.enterprisedb.io/"),
        .. Of("acid.zalan.do", Server, "postgresql")
            .Named(Services, "{name}", "{name}-*").Labelled("cluster-name={name}", "application=spilo", "spilo-role", "team"),
        .. Of("acid.zalan.do", Secrets | Others, "PostgresTeam"),
        .. Of("zalando.org", Secrets | Others, "FabricEventStream"),
        .. Of("postgres-operator.crunchydata.com", Server, "PostgresCluster", "PGAdmin", "PGUpgrade", "CrunchyBridgeCluster")
            .Named(Services, "{name}-*", "{name}", "{spec.serviceName}").Labelled("postgres-operator.crunchydata.com/cluster={name}")
            .Owning("postgres-operator.crunchydata.com/"),
        .. Of("crunchydata.com", Server, "Pgcluster", "Pgreplica", "Pgtask"),
        .. Of("stackgres.io", Server).Named(Services, "{name}", "{name}-*").Owning("stackgres.io/"),
        .. Of("pgv2.percona.com", Server, "PerconaPGCluster").Named(Services, "{name}-*").Named(Secrets, "{name}-*")
            .Labelled("postgres-operator.crunchydata.com/cluster={name}").Owning("postgres-operator.crunchydata.com/", "pgv2.percona.com/"),
        .. Of("pg.percona.com", Server, "PerconaPGCluster").Named(Services, "{name}", "{name}-*"),
        .. Of("db.movetokube.com", Secrets | Others, "Postgres", "PostgresUser").Named(Secrets, "{spec.secretName}-*"),
        .. Of("easymile.com", Secrets, "PostgresqlUser", "PostgresqlUserRole", "PostgresqlDatabase", "PostgresqlEngineConfiguration"),
        .. Of("kubegres.reactive-tech.io", Server, "Kubegres").Named(Services, "{name}", "{name}-*").Labelled("app={name}", "replicationRole"),
        .. Of("ivory-operator.ivorysql.org", Server, "IvoryCluster").Named(Services, "{name}-*"),
        .. Of("vshn.appcat.vshn.io", Server).Named(Secrets, "{spec.writeConnectionSecretToRef.name}"),
    ];

    private static IEnumerable<ResourceProducer> Databases() =>
    [
        // MySQL and MariaDB.
        .. Of("pxc.percona.com", Server, "PerconaXtraDBCluster", "PerconaXtraDBClusterBackup", "PerconaXtraDBClusterRestore")
            .Named(Services, "{name}-*").Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name=percona-xtradb-cluster", "app.kubernetes.io/component"),
        .. Of("ps.percona.com", Server, "PerconaServerMySQL", "PerconaServerMySQLBackup", "PerconaServerMySQLRestore")
            .Named(Services, "{name}-*").Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/component"),
        .. Of("mysql.oracle.com", Server, "InnoDBCluster").Named(Services, "{name}", "{name}-*")
            .Labelled("mysql.oracle.com/cluster={name}", "tier=mysql", "component").Owning("mysql.oracle.com/"),
        .. Of("mysql.oracle.com", Pods, "MySQLBackup"),
        .. Of("mysql.presslabs.org", Server, "MysqlCluster", "MysqlBackup", "MysqlUser", "MysqlDatabase")
            .Named(Services, "{name}-*", "mysql").Labelled("mysql.presslabs.org/cluster={name}").Owning("mysql.presslabs.org/"),
        .. Of("mysql.radondb.com", Server).Named(Services, "{name}-*").Owning("mysql.radondb.com/"),
        .. Of("moco.cybozu.com", Server, "MySQLCluster", "BackupPolicy").Named(Services, "moco-{name}", "moco-{name}-*").Owning("moco.cybozu.com/"),
        .. Of("k8s.mariadb.com", Server, "MariaDB", "MaxScale", "Backup", "Restore", "PhysicalBackup", "SqlJob", "Connection", "User", "ExternalMariaDB")
            .Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name").Owning("k8s.mariadb.com/"),
        .. Of("mariadb.mmontes.io", Server).Labelled("app.kubernetes.io/instance={name}"),
        .. Of("mariadb.openstack.org", Server, "MariaDB", "Galera", "MariaDBDatabase", "MariaDBAccount"),
        .. Of("planetscale.com", Server).Owning("planetscale.com/"),
        .. Of("kci.rocks", Secrets | ConfigMaps, "Database", "DbUser", "DbInstance").Named(Secrets | ConfigMaps, "{spec.secretName}"),
        .. Of("kinda.rocks", Secrets | ConfigMaps, "Database", "DbUser", "DbInstance").Named(Secrets | ConfigMaps, "{spec.secretName}"),
        .. Of("schemas.schemahero.io", Pods),

        // Document, key-value and wide-column stores.
        .. Of("mongodbcommunity.mongodb.com", Server, "MongoDBCommunity").Named(Services, "{name}-svc", "{spec.statefulSet.spec.serviceName}", "{name}-*")
            .Labelled("app={name}-svc"),
        .. Of("mongodb.com", Server, "MongoDB", "MongoDBMultiCluster", "MongoDBOpsManager", "MongoDBUser", "MongoDBSearch")
            .Labelled("app={name}-svc"),
        .. Of("atlas.mongodb.com", Secrets),
        .. Of("psmdb.percona.com", Server, "PerconaServerMongoDB", "PerconaServerMongoDBBackup", "PerconaServerMongoDBRestore")
            .Named(Services, "{name}-*").Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name=percona-server-mongodb"),
        .. Of("everest.percona.com", Server),
        .. Of("databases.spotahome.com", Server, "RedisFailover")
            .Named(Services, "rfs-{name}", "rfr-{name}", "rfrm-{name}", "rfrs-{name}")
            .Labelled("app.kubernetes.io/name={name}", "app.kubernetes.io/part-of=redis-failover", "app.kubernetes.io/component", "redisfailovers-role")
            .Owning("redisfailovers.databases.spotahome.com/"),
        .. Of("redis.redis.opstreelabs.in", Server, "Redis", "RedisCluster", "RedisReplication", "RedisSentinel")
            .Named(Services, "{name}", "{name}-*").Labelled("app={name}", "redis_setup_type", "role"),
        .. Of("redis.opstreelabs.in", Server).Named(Services, "{name}", "{name}-*").Labelled("app={name}", "redis_setup_type", "role"),
        .. Of("app.redislabs.com", Server, "RedisEnterpriseCluster", "RedisEnterpriseDatabase", "RedisEnterpriseActiveActiveDatabase", "RedisEnterpriseRemoteCluster"),
        .. Of("redis.kun", Server, "DistributedRedisCluster", "RedisClusterBackup"),
        .. Of("dragonflydb.io", Server, "Dragonfly").Named(Services, "{name}", "{name}-*", "{spec.serviceSpec.name}")
            .Labelled("app={name}", "app.kubernetes.io/name=dragonfly", "app.kubernetes.io/part-of=dragonfly", "app.kubernetes.io/instance={name}", "role"),
        .. Of("valkey.io", Server),
        .. Of("hyperspike.io", Server, "Valkey").Named(Services, "{name}", "{name}-*"),
        .. Of("cache.cs.sap.com", Server),
        .. Of("cassandra.datastax.com", Server, "CassandraDatacenter", "CassandraTask")
            .Labelled("cassandra.datastax.com/datacenter", "cassandra.datastax.com/cluster", "cassandra.datastax.com/rack").Owning("cassandra.datastax.com/"),
        .. Of("k8ssandra.io", Server).Owning("k8ssandra.io/", "cassandra.datastax.com/").Anywhere(),
        .. Of("control.k8ssandra.io", Pods),
        .. Of("reaper.k8ssandra.io", Server).Owning("k8ssandra.io/"),
        .. Of("stargate.k8ssandra.io", Server).Owning("k8ssandra.io/"),
        .. Of("medusa.k8ssandra.io", Server).Owning("k8ssandra.io/"),
        .. Of("scylla.scylladb.com", Server, "ScyllaCluster", "ScyllaDBCluster", "ScyllaDBDatacenter", "ScyllaDBMonitoring", "NodeConfig")
            .Labelled("scylla/cluster={name}", "app=scylla").Owning("scylla/", "scylla-operator.scylladb.com/"),
        .. Of("crdb.cockroachlabs.com", Server, "CrdbCluster", "CrdbNode").Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("pingcap.com", Server).Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by=tidb-operator").Owning("tidb.pingcap.com/", "pingcap.com/"),
        .. Of("core.pingcap.com", Server).Owning("pingcap.com/"),
        .. Of("operator.yugabyte.io", Server, "YBUniverse", "Software", "Release", "Backup"),
        .. Of("apps.foundationdb.org", Server, "FoundationDBCluster", "FoundationDBBackup", "FoundationDBRestore").Owning("foundationdb.org/"),
        .. Of("couchbase.com", Server).Labelled("couchbase_cluster={name}", "app=couchbase"),
        .. Of("asdb.aerospike.com", Server, "AerospikeCluster", "AerospikeBackupService", "AerospikeBackup", "AerospikeRestore").Owning("aerospike.com/"),
        .. Of("infinispan.org", Server).Named(Services, "{name}", "{name}-*").Labelled("infinispan_cr={name}", "clusterName={name}"),
        .. Of("hazelcast.com", Server).Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("database.arangodb.com", Server, "ArangoDeployment", "ArangoMember").Named(Services, "{name}", "{name}-*").Labelled("arango_deployment={name}"),
        .. Of("etcd.database.coreos.com", Server, "EtcdCluster").Named(Services, "{name}", "{name}-*").Labelled("etcd_cluster={name}", "app=etcd"),
        .. Of("druid.gardener.cloud", Server, "Etcd"),
        .. Of("etcd.aenix.io", Server, "EtcdCluster"),
        .. Of("operator.etcd.io", Server, "EtcdCluster"),
        .. Of("zookeeper.pravega.io", Server, "ZookeeperCluster").Named(Services, "{name}-*").Labelled("app={name}", "release={name}", "kind=ZookeeperMember"),
        .. Of("pravega.pravega.io", Server),
        .. Of("bookkeeper.pravega.io", Server),
        .. Of("kubeblocks.io", Server).Owning("apps.kubeblocks.io/", "kubeblocks.io/").Anywhere(),
        .. Of("apps.kubeblocks.io", Server).Owning("apps.kubeblocks.io/", "kubeblocks.io/"),
        .. Of("workloads.kubeblocks.io", Server).Owning("apps.kubeblocks.io/", "workloads.kubeblocks.io/"),
        .. Of("operations.kubeblocks.io", Pods),
        .. Of("kubedb.com", Server).Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by=kubedb.com").Owning("kubedb.com/"),
        .. Of("*.kubedb.com", Server).Owning("kubedb.com/"),
        .. Of("apps.nebula-graph.io", Server, "NebulaCluster", "NebulaRestore", "NebulaBackup"),
        .. Of("milvus.io", Server).Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name=milvus"),

        // Analytics.
        .. Of("clickhouse.altinity.com", Server, "ClickHouseInstallation", "ClickHouseInstallationTemplate")
            .Labelled("clickhouse.altinity.com/chi={name}", "clickhouse.altinity.com/namespace").Owning("clickhouse.altinity.com/"),
        .. Of("clickhouse-keeper.altinity.com", Server, "ClickHouseKeeperInstallation").Owning("clickhouse-keeper.altinity.com/"),
        .. Of("clickhouse.com", Server, "ClickHouseCluster", "KeeperCluster"),
        .. Of("druid.apache.org", Server, "Druid", "DruidIngestion").Labelled("druid_cr={name}", "app=druid", "component"),
        .. Of("starrocks.com", Server, "StarRocksCluster", "StarRocksWarehouse").Named(Services, "{name}-*").Labelled("app.starrocks.ownerreference/name"),
        .. Of("doris.selectdb.com", Server).Named(Services, "{name}-*"),
        .. Of("cloud.crate.io", Server, "CrateDB").Named(Services, "crate-{name}", "crate-discovery-{name}"),
        .. Of("greptime.io", Server, "GreptimeDBCluster", "GreptimeDBStandalone").Named(Services, "{name}", "{name}-*"),
        .. Of("risingwave.risingwavelabs.com", Server, "RisingWave", "RisingWaveScaleView").Named(Services, "{name}-*", "{name}"),
        .. Of("*.stackable.tech", Server).Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name").Owning("stackable.tech/"),
    ];
}
