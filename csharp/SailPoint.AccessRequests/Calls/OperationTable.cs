// The operations by operationId. The generated half of this class lists them.
#nullable enable

namespace SailPoint.AccessRequests.Calls;

/// <summary>What the binding knows of an operation: its answer.</summary>
internal static partial class OperationTable
{
    /// <summary>The answer of the operation of this operationId, ignoring case as the library does.</summary>
    internal static Answer AnswerOf(string operation) => Answers.TryGetValue(operation, out var answer) ? answer : Answer.Plain;
}
