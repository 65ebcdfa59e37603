using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Resolves the target port of a Service in one pod, by name and protocol over its containers and sidecars.</summary>
public static class PortResolution
{
    /// <summary>The declared port of a name and protocol; the first one wins. Null when the pod declares none.</summary>
    public static ContainerPort? FindNamed(PodTemplate pod, string name, string protocol)
    {
        ArgumentNullException.ThrowIfNull(pod);
        foreach (var container in pod.Spec.ServingContainers)
        {
            foreach (var port in container.Ports)
            {
                if (port.PortName.Value == name && port.EffectiveProtocol == protocol)
                    return port;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a pod declares a port of a name and protocol. Null when that is not known: the manifest does not show all containers
    /// or not all their names, or something injects a container that may declare it.
    /// </summary>
    public static bool? Declares(PodTemplate pod, string name, string protocol)
    {
        ArgumentNullException.ThrowIfNull(pod);
        if (FindNamed(pod, name, protocol) is not null)
            return true;
        if (!pod.Owner.ShowsContainers || pod.Owner.IsPartial || pod.Spec.Containers.IsEmpty || InjectedPorts.Contains(name))
            return null;
        return pod.Spec.ServingContainers.All(IsWhole) ? false : null;
    }

    /// <summary>The declared ports of the containers a Service can reach.</summary>
    public static IEnumerable<ContainerPort> Declared(PodTemplate pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return pod.Spec.ServingContainers.SelectMany(container => container.Ports);
    }

    /// <summary>The effective target of a Service port: its targetPort, or the port itself where none is given (absent, 0 or "").</summary>
    public static IntOrString? TargetOf(ServicePort port)
    {
        ArgumentNullException.ThrowIfNull(port);
        return port.TargetPort.State switch
        {
            FieldState.Present when port.TargetPort.Value is { Name.Length: > 0 } or { Number: { IsZero: false } } => port.TargetPort.Value,
            FieldState.WrongType => null,
            _ => port.Port.IsPresent ? IntOrString.FromNumber(port.Port.Value) : null,
        };
    }

    /// <summary>True when every port of a container is there to be read.</summary>
    private static bool IsWhole(Container container)
    {
        var ports = container.Sequence("ports");
        if (ports.State == FieldState.WrongType || container.Ports.Length != (ports.Value?.Items.Length ?? 0))
            return false;
        return container.Ports.All(port => port.PortName.State != FieldState.WrongType
            && !Substitution.IsUnresolved(port.PortName.Value) && !Substitution.IsUnresolved(port.EffectiveProtocol));
    }
}
