//! The PowerShell model functions, `Initialize-V2024<Model>` and `ConvertFrom-V2024JsonTo<Model>`, made from the models.
//!
//! Called by `main.rs` beside it, which compares what [`files`] makes with what is committed, and rewrites on request.

use std::fmt::Write;

use sailpoint_access_requests::models::{self, Direction, Field, Kind, Model};

const FOLDER: &str = "powershell/SailPointAccessRequests/Models";

/// Members that the service got after the published module's last release. They take no position, so that a script that
/// gives the members behind them by position still means what it meant.
const ADDED_LATER: &[(&str, &str)] = &[("AccessRequestItem", "startDate"), ("RequestedItemDtoRef", "startDate")];

/// What examples give for a member of this name, where a sample of its kind alone would read oddly.
const SAMPLES: &[(&str, &str)] = &[
    ("message", "Closed after the migration"),
    ("name", "Erin Scott"),
    ("nativeIdentity", "CN=Erin Scott,OU=People,DC=example,DC=com"),
    ("type", "IDENTITY"),
    ("id", SAMPLE_ID),
    ("sourceId", SAMPLE_ID),
];

const SAMPLE_ID: &str = "2c9180835d2e5168015d32f890ca1581";
const SAMPLE_TEXT: &str = "Checked with the owner";

/// How many members an example names at most.
const EXAMPLE_MEMBERS: usize = 3;

/// Every generated file: its path below the root of the repository, and its content.
pub fn files() -> Vec<(String, String)> {
    sent_models().map(|model| (format!("{FOLDER}/{}.ps1", model.name), file(model))).collect()
}

fn sent_models() -> impl Iterator<Item = &'static Model> {
    models::all().filter(|model| model.direction != Direction::Answer)
}

fn file(model: &Model) -> String {
    format!("# {}\n\n{}\n{}", super::NOTICE, initialize(model), convert_from_json(model))
}

// --- Initialize-V2024<Model> ---

fn initialize(model: &Model) -> String {
    let name = model.name;
    let help_of_parameters: String = model.fields.iter().map(parameter_help).collect();
    let parameters: Vec<String> = positions(model).map(|(field, position)| parameter(field, position)).collect();
    let members: Vec<&str> = model.fields.iter().map(|field| field.name).collect();
    format!(
        r"function Initialize-V2024{name} {{
    <#
    .SYNOPSIS
        Makes {article} {name}: {meaning}
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
{help_of_parameters}    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        {example}

        Gives the members by name.
    .EXAMPLE
        {piped_example}

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-{name}')]
    param(
{parameters}
    )
    begin {{
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }}
    process {{
        New-ModelObject -Caller $PSCmdlet -Model {name} -Member {members} -Named $named -Bound $PSBoundParameters
    }}
}}
",
        article = article(name),
        meaning = lower_first(model.meaning),
        example = initialize_example(model),
        piped_example = piped_example(model),
        parameters = parameters.join(",\n\n"),
        members = members.join(", "),
    )
}

/// Each field with its position; none for a field that came later.
fn positions(model: &'_ Model) -> impl Iterator<Item = (&'_ Field, Option<usize>)> {
    let mut next = 0;
    model.fields.iter().map(move |field| {
        if ADDED_LATER.contains(&(model.name, field.name)) {
            return (field, None);
        }
        next += 1;
        (field, Some(next - 1))
    })
}

fn parameter(field: &Field, position: Option<usize>) -> String {
    let position = position.map_or(String::new(), |position| format!("Position = {position}, "));
    format!(
        "        [Parameter({position}ValueFromPipelineByPropertyName)]\n        [{}] ${}",
        powershell_type(field),
        upper_first(field.name)
    )
}

/// A type that loses nothing on the way in: `[string]` would make '' of a null that the service allows, `[Nullable[int]]` 0 of ''.
fn powershell_type(field: &Field) -> &'static str {
    match &field.kind {
        Kind::Text | Kind::Id | Kind::Word(_) if !field.nullable => "string",
        Kind::Boolean => "System.Nullable[bool]",
        Kind::List(list) if matches!(list.of, Kind::Text | Kind::Id) => "string[]",
        Kind::List(_) => "object[]",
        _ => "object",
    }
}

fn parameter_help(field: &Field) -> String {
    let mut help = format!("    .PARAMETER {}\n        {}", upper_first(field.name), field.meaning);
    for rule in rules(field) {
        let _ = write!(help, " {rule}");
    }
    help + "\n"
}

/// The rules of a field as sentences.
fn rules(field: &Field) -> Vec<String> {
    let kind = match &field.kind {
        Kind::Text | Kind::Id | Kind::Boolean => None,
        Kind::Word(words) => Some(format!("One of {}.", words.join(", "))),
        Kind::DateTime => Some("A DateTime, which is sent in UTC, or a text such as 2030-07-11T21:23:15.000Z.".to_owned()),
        Kind::Integer { min: i32::MIN, max: i32::MAX } => Some("A whole number.".to_owned()),
        Kind::Integer { min, max } => Some(format!("A whole number from {min} to {max}.")),
        Kind::Object(model) => {
            Some(format!("{} {}, from Initialize-V2024{} or as a hashtable.", upper_first(article(model.name)), model.name, model.name))
        }
        Kind::List(list) => list_rule(list.of),
        Kind::TextMap => Some("A hashtable of texts.".to_owned()),
    };
    let null = field.nullable.then(|| "May be $null.".to_owned());
    let required = field.required.then(|| "Required.".to_owned());
    let default = field.default.map(|json| format!("Without it the service takes {}.", json.trim_matches('"').trim_end_matches('.')));
    [kind, null, required, default].into_iter().flatten().collect()
}

fn list_rule(of: &Kind) -> Option<String> {
    let Kind::Object(model) = of else { return None };
    Some(format!("Each {} {}, from Initialize-V2024{} or as a hashtable.", article(model.name), model.name, model.name))
}

// --- ConvertFrom-V2024JsonTo<Model> ---

fn convert_from_json(model: &Model) -> String {
    let name = model.name;
    let members: Vec<String> = example_fields(model).into_iter().map(json_member).collect();
    format!(
        r#"function ConvertFrom-V2024JsonTo{name} {{
    <#
    .SYNOPSIS
        Reads {article} {name} from JSON: {meaning}
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonTo{name} -Json '{{ {one_line} }}'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {{
            {many_lines}
        }}
        "@ | ConvertFrom-V2024JsonTo{name}

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonTo{name}')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {{
        Use-CallerPreference -Caller $PSCmdlet
    }}
    process {{
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model {name} -Json $Json
    }}
}}
"#,
        article = article(name),
        meaning = lower_first(model.meaning),
        one_line = members.join(", "),
        many_lines = members.join(",\n            "),
    )
}

// --- examples ---

/// What an example names: what is required, else what may not be null, else whatever there is.
fn example_fields(model: &Model) -> Vec<&Field> {
    let choices: [&dyn Fn(&Field) -> bool; 3] = [&|field| field.required, &|field| !field.required && !field.nullable, &|_| true];
    let chosen = choices.iter().map(|choice| model.fields.iter().filter(|field| choice(field)).collect::<Vec<_>>());
    chosen.into_iter().find(|fields| !fields.is_empty()).unwrap_or_default().into_iter().take(EXAMPLE_MEMBERS).collect()
}

fn initialize_example(model: &Model) -> String {
    let arguments: Vec<String> = example_fields(model)
        .into_iter()
        .map(|field| format!("-{} {}", upper_first(field.name), argument(field.name, &field.kind)))
        .collect();
    format!("Initialize-V2024{} {}", model.name, arguments.join(" "))
}

fn piped_example(model: &Model) -> String {
    let members: Vec<String> = example_fields(model)
        .into_iter()
        .map(|field| format!("{} = {}", upper_first(field.name), argument(field.name, &field.kind)))
        .collect();
    format!("[pscustomobject]@{{ {} }} | Initialize-V2024{}", members.join("; "), model.name)
}

/// A sample as a PowerShell expression.
fn argument(name: &str, kind: &Kind) -> String {
    match kind {
        Kind::Text | Kind::Id | Kind::Word(_) => format!("'{}'", text_sample(name, kind)),
        Kind::DateTime => "(Get-Date).AddDays(30)".to_owned(),
        Kind::Boolean => "$true".to_owned(),
        Kind::Integer { .. } => "3".to_owned(),
        Kind::Object(model) => format!("({})", initialize_example(model)),
        Kind::List(list) => argument(name, list.of),
        Kind::TextMap => "@{ project = 'Migration' }".to_owned(),
    }
}

/// The same sample as JSON.
fn json_value(name: &str, kind: &Kind) -> String {
    match kind {
        Kind::Text | Kind::Id | Kind::Word(_) => format!("\"{}\"", text_sample(name, kind)),
        Kind::DateTime => "\"2030-07-11T21:23:15.000Z\"".to_owned(),
        Kind::Boolean => "true".to_owned(),
        Kind::Integer { .. } => "3".to_owned(),
        Kind::Object(model) => {
            let members: Vec<String> = example_fields(model).into_iter().map(json_member).collect();
            format!("{{ {} }}", members.join(", "))
        }
        Kind::List(list) => format!("[ {} ]", json_value(name, list.of)),
        Kind::TextMap => "{ \"project\": \"Migration\" }".to_owned(),
    }
}

fn json_member(field: &Field) -> String {
    format!("\"{}\": {}", field.name, json_value(field.name, &field.kind))
}

fn text_sample(name: &str, kind: &Kind) -> &'static str {
    match kind {
        Kind::Word(words) => words[0],
        Kind::Id => SAMPLE_ID,
        _ => SAMPLES.iter().find(|(member, _)| *member == name).map_or(SAMPLE_TEXT, |(_, sample)| sample),
    }
}

// --- words ---

fn upper_first(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_ascii_uppercase() + rest
}

fn lower_first(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_ascii_lowercase() + rest
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" }
}
