using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.NetworkPolicies.RulesWithoutPolicyType>;

namespace NetLint.Rules.Tests.NetworkPolicies;

public sealed class NL3006Tests
{
    [Fact]
    public void EgressRulesOfAnIngressPolicyAreReported() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web }
        spec:
          podSelector: {}
          policyTypes: [Ingress]
          ingress: [{ ports: [{ port: 8443 }] }]
          {|NL3006/rules:egress|}:
            - to: [{ ipBlock: { cidr: 10.0.0.0/8 } }]
        """,
        "The egress rules of NetworkPolicy 'web' do nothing, because its policyTypes name only 'Ingress'");

    [Fact]
    public void IngressRulesOfAnEgressPolicyAreReported() => Verify.Reported(
        """
        { apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, {|NL3006/rules:ingress|}: [{}], policyTypes: [Egress, Egress] } }
        """);

    [Fact]
    public void EmptyListIsAWarning() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: closed }
        spec:
          podSelector: {}
          policyTypes: [Ingress]
          {|NL3006/empty-list:egress|}: []
        """,
        "The empty egress list of NetworkPolicy 'closed' denies nothing, because its policyTypes name only 'Ingress'");

    [Theory]
    [InlineData("policyTypes: [Ingress, Egress], egress: [{}], ingress: []")]
    [InlineData("policyTypes: [Egress], egress: [{}]")]
    [InlineData("policyTypes: [Ingress], egress: null")]
    [InlineData("policyTypes: [], egress: [{}]")]
    [InlineData("egress: [{}]")]
    [InlineData("egress: []")]
    [InlineData("policyTypes: [egress], egress: [{}]")]
    [InlineData("policyTypes: ['$TYPE'], egress: [{}]")]
    public void ListsThatCountOrCannotBeJudgedAreSilent(string spec) => Verify.Silent(
        $$"""
        { apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, {{spec}} } }
        """);
}
