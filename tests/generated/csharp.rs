//! The generated half of the managed binding: a class for each model and each parameter list, and a method for each operation.
//!
//! What the classes do stands in the hand-written base class (`csharp/SailPoint.AccessRequests/ModelSupport`), as one loop over
//! data; what is written here is that data, and the properties and methods that people see.

use sailpoint_access_requests::models::{self, Field, Kind, Model};
use sailpoint_access_requests::operations::{Answer, OPERATIONS, Operation, Parameter, ParameterKind};

const ROOT: &str = "csharp/SailPoint.AccessRequests";
/// Every generated C# file: its path below the repository's root, and its content.
pub fn files() -> Vec<(String, String)> {
    let models = models::all().map(|model| file(&format!("Models/{}", model.name), &model_class(model)));
    let with_parameters = OPERATIONS.iter().filter(|operation| !operation.parameters.is_empty());
    let queries = with_parameters.map(|operation| file(&format!("Queries/{}", query_name(operation)), &query_class(operation)));
    let tables = [
        file("ModelSupport/ModelRegistry", &model_table()),
        file("Calls/OperationTable", &operation_table()),
        file("Calls/SailPointClient.Operations", &operation_methods()),
    ];
    models.chain(queries).chain(tables).collect()
}

fn file(name: &str, code: &str) -> (String, String) {
    (format!("{ROOT}/{name}.g.cs"), format!("// {}\n#nullable enable\n\n{code}", super::NOTICE))
}

/// One member of a class.
struct Member {
    json_name: &'static str,
    kind: CsharpKind,
    meaning: String,
}

/// A member's type in C#, and how the base class reads and writes it.
struct CsharpKind {
    /// The type without its `?`.
    name: String,
    /// An expression for the `FieldKind`.
    kind: String,
    accessors: Accessors,
}

/// The base class's methods that a property calls.
enum Accessors {
    Reference,
    Value,
    Instant,
}

fn model_class(model: &'static Model) -> String {
    let members: Vec<Member> = model.fields.iter().map(field_member).collect();
    class(model.name, model.meaning, &members)
}

fn query_class(operation: &'static Operation) -> String {
    let members: Vec<Member> = operation.parameters.iter().map(parameter_member).collect();
    class(&query_name(operation), &format!("The parameters of {}.", operation.id), &members)
}

fn query_name(operation: &Operation) -> String {
    format!("{}Query", pascal(operation.id))
}

fn class(name: &str, meaning: &str, members: &[Member]) -> String {
    let shape: Vec<String> =
        members.iter().map(|member| format!("        new ModelField(\"{}\", {})", member.json_name, member.kind.kind)).collect();
    let properties: Vec<String> = members.iter().enumerate().map(|(index, member)| property(index, member)).collect();
    let uses = |text: &str| members.iter().any(|member| member.kind.name.contains(text));
    let system = if uses("DateTime") { "using System;\n" } else { "" };
    let collections = if uses("Dictionary") { "using System.Collections.Generic;\n" } else { "" };
    format!(
        "{system}{collections}using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>{summary}</summary>
public sealed class {name} : Model
{{
    private static readonly ModelShape Shape = new(
{shape});

    /// <summary>An object without members.</summary>
    public {name}()
        : base(Shape)
    {{
    }}

{properties}}}
",
        summary = xml(meaning),
        shape = shape.join(",\n"),
        properties = properties.join("\n"),
    )
}

fn property(index: usize, Member { json_name, kind, meaning }: &Member) -> String {
    let name = &kind.name;
    let (get, set) = match kind.accessors {
        Accessors::Reference => (format!("Get<{name}>"), "Set"),
        Accessors::Value => (format!("GetValue<{name}>"), "Set"),
        Accessors::Instant => ("GetInstant".to_owned(), "SetInstant"),
    };
    format!(
        "    /// <summary>{}</summary>
    public {name}? {} {{ get => {get}({index}); set => {set}({index}, value); }}
",
        xml(meaning),
        pascal(json_name)
    )
}

fn field_member(field: &'static Field) -> Member {
    Member { json_name: field.name, kind: csharp_kind(&field.kind), meaning: field_meaning(field) }
}

fn field_meaning(field: &Field) -> String {
    let mut sentences = vec![field.meaning.to_owned()];
    if field.required {
        sentences.push("Required.".to_owned());
    }
    if let Kind::Word(words) = field.kind
        && words.len() > 1
    {
        sentences.push(format!("One of {}.", words.join(", ")));
    }
    if let Some(default) = field.default {
        sentences.push(format!("Where it is absent, the service takes {default}."));
    }
    sentences.join(" ")
}

fn parameter_member(parameter: &'static Parameter) -> Member {
    let kind = match parameter.kind {
        ParameterKind::Boolean => value("bool", "BooleanKind"),
        ParameterKind::Count(_) => value("int", "IntegerKind"),
        ParameterKind::Text | ParameterKind::Filters | ParameterKind::Sorters | ParameterKind::RequestState => {
            reference("string", "TextKind")
        }
    };
    Member { json_name: parameter.name, kind, meaning: parameter.meaning.to_owned() }
}

fn csharp_kind(kind: &Kind) -> CsharpKind {
    match kind {
        Kind::Text | Kind::Id | Kind::Word(_) => reference("string", "TextKind"),
        Kind::DateTime => CsharpKind { accessors: Accessors::Instant, ..reference("DateTime", "InstantKind") },
        Kind::Boolean => value("bool", "BooleanKind"),
        Kind::Integer { .. } => value("int", "IntegerKind"),
        Kind::Object(model) => reference(model.name, &format!("ObjectKind<{}>", model.name)),
        Kind::TextMap => reference("Dictionary<string, string?>", "TextMapKind"),
        Kind::List(list) => {
            let entry = csharp_kind(list.of);
            let single = if list.single { ", single: true" } else { "" };
            CsharpKind {
                kind: format!("new ListKind<{}>({}{single})", entry.name, entry.kind),
                name: format!("{}[]", entry.name),
                accessors: Accessors::Reference,
            }
        }
    }
}

fn reference(name: &str, kind: &str) -> CsharpKind {
    CsharpKind { name: name.to_owned(), kind: format!("{kind}.Instance"), accessors: Accessors::Reference }
}

fn value(name: &str, kind: &str) -> CsharpKind {
    CsharpKind { accessors: Accessors::Value, ..reference(name, kind) }
}

fn model_table() -> String {
    let entries: Vec<String> = models::all().map(|model| format!("        [\"{0}\"] = new ObjectAnswer<{0}>(),\n", model.name)).collect();
    format!(
        "using System;
using System.Collections.Generic;
using SailPoint.AccessRequests.Calls;

namespace SailPoint.AccessRequests;

public static partial class ModelRegistry
{{
    private static readonly SortedDictionary<string, Answer> Models = new(StringComparer.OrdinalIgnoreCase)
    {{
{}    }};
}}
",
        entries.concat()
    )
}

fn operation_table() -> String {
    let entries: Vec<String> = OPERATIONS
        .iter()
        .map(|operation| {
            let answer = match &operation.answer {
                Answer::Empty => "Answer.Empty".to_owned(),
                Answer::Object(model) => format!("new ObjectAnswer<{}>()", model.name),
                Answer::List(model) => format!("new ListAnswer<{}>()", model.name),
            };
            format!("        [\"{}\"] = {answer},\n", operation.id)
        })
        .collect();
    format!(
        "using System;
using System.Collections.Generic;

namespace SailPoint.AccessRequests.Calls;

internal static partial class OperationTable
{{
    private static readonly Dictionary<string, Answer> Answers = new(StringComparer.OrdinalIgnoreCase)
    {{
{}    }};
}}
",
        entries.concat()
    )
}

fn operation_methods() -> String {
    let methods: Vec<String> = OPERATIONS.iter().map(methods).collect();
    format!(
        "using System.Threading;
using System.Threading.Tasks;

namespace SailPoint.AccessRequests;

public sealed partial class SailPointClient
{{
{}}}
",
        methods.join("\n")
    )
}

/// What a method takes of the caller's request: its declaration, its doc line and the expression handed on.
struct Argument {
    declaration: String,
    doc: String,
    expression: &'static str,
}

fn methods(operation: &Operation) -> String {
    let name = pascal(operation.id);
    let (response, generic) = match &operation.answer {
        Answer::Empty => ("ApiResponse".to_owned(), String::new()),
        Answer::Object(model) => (format!("ApiResponse<{}>", model.name), format!("<{}>", model.name)),
        Answer::List(model) => (format!("ApiResponse<{}[]>", model.name), format!("<{}[]>", model.name)),
    };
    let Argument { declaration, doc, expression } = argument(operation);
    let id = operation.id;
    let remarks = remarks(operation);
    let meaning = xml(operation.meaning);
    let common = "    /// <param name=\"options\">How the call shall go.</param>\n";
    let failure = "    /// <exception cref=\"SailPointException\">The call failed.</exception>\n";
    format!(
        "    /// <summary>{meaning}</summary>
{remarks}{doc}{common}{failure}    public {response} {name}({declaration}CallOptions? options = null) =>
        Ask{generic}(\"{id}\", {expression}, options);

    /// <summary>{meaning}</summary>
{remarks}{doc}{common}    /// <param name=\"cancellationToken\">Ends the call early; the task is then canceled by a <see cref=\"CallCanceledException\"/>.</param>
{failure}    public Task<{response}> {name}Async(
        {declaration}CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync{generic}(\"{id}\", {expression}, options, cancellationToken);
"
    )
}

fn argument(operation: &Operation) -> Argument {
    if let Some(body) = operation.body {
        return Argument {
            declaration: format!("{} body, ", body.name),
            doc: format!("    /// <param name=\"body\">{}</param>\n", xml(body.meaning)),
            expression: "body",
        };
    }
    if operation.parameters.is_empty() {
        return Argument { declaration: String::new(), doc: String::new(), expression: "null" };
    }
    Argument {
        declaration: format!("{}? query = null, ", query_name(operation)),
        doc: "    /// <param name=\"query\">Which rows; all of them where null.</param>\n".to_owned(),
        expression: "query",
    }
}

fn remarks(operation: &Operation) -> String {
    let mut sentences = vec![format!("{} {}, answered with {}.", operation.method.name(), operation.path, operation.success)];
    sentences.extend(operation.id_limit.iter().map(|limit| format!("At most {} {} a call.", limit.max, limit.member)));
    sentences.extend(operation.deprecated.map(str::to_owned));
    format!("    /// <remarks>{}</remarks>\n", xml(&sentences.join(" ")))
}

fn pascal(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
