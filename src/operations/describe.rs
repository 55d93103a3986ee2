//! The declarations as JSON: what `sailpoint_describe()` gives to programs that generate or check something from them.

use super::{Answer, Delivery, OPERATIONS, Operation, Parameter, ParameterKind};
use crate::models::{self, Direction, Field, Kind, Model};
use serde_json::{Map, Value, json};

/// `{"operations":[...],"models":[...]}`, in the order of the tables.
#[must_use]
pub fn describe_json() -> String {
    let operations: Vec<Value> = OPERATIONS.iter().map(operation).collect();
    let models: Vec<Value> = models::all().map(model).collect();
    json!({ "operations": operations, "models": models }).to_string()
}

fn operation(operation: &Operation) -> Value {
    let filters: Map<String, Value> = operation.filters.iter().map(|field| (field.name.to_owned(), json!(field.operators))).collect();
    json!({
        "id": operation.id,
        "function": format!("sailpoint_{}", operation.function),
        "cmdlet": operation.cmdlet,
        "meaning": operation.meaning,
        "method": operation.method.name(),
        "path": operation.path,
        "parameters": operation.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "body": operation.body.map(|model| model.name),
        "answer": answer(&operation.answer),
        "success": operation.success,
        "experimental": operation.experimental,
        "deprecated": operation.deprecated,
        "delivery": match operation.delivery {
            Delivery::Repeatable => "repeatable",
            Delivery::Once => "once",
            Delivery::OnceStrictly => "once_strictly",
        },
        "idLimit": operation.id_limit.as_ref().map(|limit| json!({ "member": limit.member, "max": limit.max })),
        "filters": filters,
        "sorters": operation.sorters,
    })
}

fn parameter(parameter: &Parameter) -> Value {
    let (kind, max) = match parameter.kind {
        ParameterKind::Boolean => ("boolean", None),
        ParameterKind::Count(max) => ("integer", Some(max)),
        _ => ("text", None),
    };
    json!({
        "name": parameter.name,
        "query": parameter.query,
        "type": kind,
        "min": max.map(|_| 0),
        "max": max,
        "excludes": parameter.excludes,
        "meaning": parameter.meaning,
    })
}

fn answer(answer: &Answer) -> Value {
    match answer {
        Answer::Empty => json!({ "kind": "empty", "model": null }),
        Answer::Object(model) => json!({ "kind": "object", "model": model.name }),
        Answer::List(model) => json!({ "kind": "list", "model": model.name }),
    }
}

fn model(model: &Model) -> Value {
    let direction = match model.direction {
        Direction::Request => "request",
        Direction::Answer => "answer",
        Direction::Both => "both",
    };
    json!({
        "name": model.name,
        "direction": direction,
        "meaning": model.meaning,
        "fields": model.fields.iter().map(field).collect::<Vec<_>>(),
    })
}

fn field(field: &Field) -> Value {
    json!({
        "name": field.name,
        "type": kind(&field.kind),
        "required": field.required,
        "nullable": field.nullable,
        "default": field.default.and_then(|json| serde_json::from_str::<Value>(json).ok()),
        "meaning": field.meaning,
    })
}

fn kind(of: &Kind) -> Value {
    match of {
        Kind::Text => json!({ "kind": "text" }),
        Kind::Id => json!({ "kind": "id" }),
        Kind::Word(words) => json!({ "kind": "word", "words": words }),
        Kind::DateTime => json!({ "kind": "date_time" }),
        Kind::Boolean => json!({ "kind": "boolean" }),
        Kind::Integer { min, max } => json!({ "kind": "integer", "min": min, "max": max }),
        Kind::Object(model) => json!({ "kind": "object", "model": model.name }),
        Kind::List(list) => json!({ "kind": "list", "of": kind(list.of), "min": list.min, "max": list.max }),
        Kind::TextMap => json!({ "kind": "text_map" }),
    }
}
