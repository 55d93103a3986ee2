//! Which part of the tenant a request is for, by the declared operations.

use sailpoint_access_requests::operations::{OPERATIONS, Operation};

use crate::errors::ApiError;

/// The API version that the sandbox speaks.
pub const VERSION: &str = "v2024";
const TOKEN_PATH: &str = "/oauth/token";
const CONTROL_PREFIX: &str = "/sandbox/";

#[derive(Debug)]
pub enum Route {
    Token,
    Operation(&'static Operation),
    /// The rest of the path behind `/sandbox/`.
    Control(String),
    /// No part has this method and path.
    Error(ApiError),
}

pub fn find(method: &str, path: &str) -> Route {
    if let Some(rest) = path.strip_prefix(CONTROL_PREFIX) {
        return Route::Control(rest.to_owned());
    }
    if path == TOKEN_PATH {
        return if method == "POST" { Route::Token } else { Route::Error(ApiError::MethodNotAllowed("POST".to_owned())) };
    }
    let here: Vec<_> = OPERATIONS.iter().filter(|operation| matches_path(operation, path)).collect();
    if let Some(operation) = here.iter().find(|operation| operation.method.name() == method) {
        return Route::Operation(operation);
    }
    if here.is_empty() {
        return Route::Error(ApiError::NotFound(format!("The sandbox has nothing at {path}.")));
    }
    let allowed: Vec<_> = here.iter().map(|operation| operation.method.name()).collect();
    Route::Error(ApiError::MethodNotAllowed(allowed.join(", ")))
}

fn matches_path(operation: &Operation, path: &str) -> bool {
    path.strip_prefix('/').and_then(|path| path.strip_prefix(VERSION)) == Some(operation.path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_found_by_its_method_and_path() {
        assert_eq!(OPERATIONS.len(), 9);
        for operation in &OPERATIONS {
            let route = find(operation.method.name(), &format!("/v2024{}", operation.path));
            assert!(matches!(route, Route::Operation(found) if found.id == operation.id), "{}: {route:?}", operation.id);
        }
    }

    #[test]
    fn another_method_is_told_the_right_ones_and_another_path_is_missing() {
        let route = find("PATCH", "/v2024/access-request-config");
        assert!(matches!(&route, Route::Error(ApiError::MethodNotAllowed(allowed)) if allowed == "GET, PUT"), "{route:?}");
        for path in ["/v2024/access-request-config/", "/v2025/access-request-config", "/access-request-config", "/"] {
            let route = find("GET", path);
            assert!(matches!(route, Route::Error(ApiError::NotFound(_))), "{path}: {route:?}");
        }
    }
}
