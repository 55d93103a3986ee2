// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System.Threading;
using System.Threading.Tasks;

namespace SailPoint.AccessRequests;

public sealed partial class SailPointClient
{
    /// <summary>Approves pending access request approvals together.</summary>
    /// <remarks>POST /access-request-approvals/bulk-approve, answered with 202. At most 50 approvalIds a call.</remarks>
    /// <param name="body">Which pending approvals to approve, and why.</param>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse ApproveBulkAccessRequest(BulkApproveAccessRequest body, CallOptions? options = null) =>
        Ask("approveBulkAccessRequest", body, options);

    /// <summary>Approves pending access request approvals together.</summary>
    /// <remarks>POST /access-request-approvals/bulk-approve, answered with 202. At most 50 approvalIds a call.</remarks>
    /// <param name="body">Which pending approvals to approve, and why.</param>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse> ApproveBulkAccessRequestAsync(
        BulkApproveAccessRequest body, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync("approveBulkAccessRequest", body, options, cancellationToken);

    /// <summary>Cancels one access request that has not passed its approval step.</summary>
    /// <remarks>POST /access-requests/cancel, answered with 202.</remarks>
    /// <param name="body">Which access request to cancel, and why.</param>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse CancelAccessRequest(CancelAccessRequest body, CallOptions? options = null) =>
        Ask("cancelAccessRequest", body, options);

    /// <summary>Cancels one access request that has not passed its approval step.</summary>
    /// <remarks>POST /access-requests/cancel, answered with 202.</remarks>
    /// <param name="body">Which access request to cancel, and why.</param>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse> CancelAccessRequestAsync(
        CancelAccessRequest body, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync("cancelAccessRequest", body, options, cancellationToken);

    /// <summary>Cancels pending access requests together.</summary>
    /// <remarks>POST /access-requests/bulk-cancel, answered with 202. At most 50 accessRequestIds a call.</remarks>
    /// <param name="body">Which access requests to cancel, and why.</param>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse CancelAccessRequestInBulk(BulkCancelAccessRequest body, CallOptions? options = null) =>
        Ask("cancelAccessRequestInBulk", body, options);

    /// <summary>Cancels pending access requests together.</summary>
    /// <remarks>POST /access-requests/bulk-cancel, answered with 202. At most 50 accessRequestIds a call.</remarks>
    /// <param name="body">Which access requests to cancel, and why.</param>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse> CancelAccessRequestInBulkAsync(
        BulkCancelAccessRequest body, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync("cancelAccessRequestInBulk", body, options, cancellationToken);

    /// <summary>Closes access requests that are stuck, before or after approval.</summary>
    /// <remarks>POST /access-requests/close, answered with 202. At most 500 accessRequestIds a call.</remarks>
    /// <param name="body">Which stuck access requests to close, and how they shall be recorded.</param>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse CloseAccessRequest(CloseAccessRequest body, CallOptions? options = null) =>
        Ask("closeAccessRequest", body, options);

    /// <summary>Closes access requests that are stuck, before or after approval.</summary>
    /// <remarks>POST /access-requests/close, answered with 202. At most 500 accessRequestIds a call.</remarks>
    /// <param name="body">Which stuck access requests to close, and how they shall be recorded.</param>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse> CloseAccessRequestAsync(
        CloseAccessRequest body, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync("closeAccessRequest", body, options, cancellationToken);

    /// <summary>Submits an access request, which the service then works on by itself.</summary>
    /// <remarks>POST /access-requests, answered with 202.</remarks>
    /// <param name="body">Who shall get or lose which access.</param>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse<AccessRequestResponse> CreateAccessRequest(AccessRequest body, CallOptions? options = null) =>
        Ask<AccessRequestResponse>("createAccessRequest", body, options);

    /// <summary>Submits an access request, which the service then works on by itself.</summary>
    /// <remarks>POST /access-requests, answered with 202.</remarks>
    /// <param name="body">Who shall get or lose which access.</param>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse<AccessRequestResponse>> CreateAccessRequestAsync(
        AccessRequest body, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync<AccessRequestResponse>("createAccessRequest", body, options, cancellationToken);

    /// <summary>Reads the organisation's settings for access requests.</summary>
    /// <remarks>GET /access-request-config, answered with 200. SailPoint deprecated it on 2026-02-26 in favour of the v2026 access-request-config endpoint.</remarks>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse<AccessRequestConfig> GetAccessRequestConfig(CallOptions? options = null) =>
        Ask<AccessRequestConfig>("getAccessRequestConfig", null, options);

    /// <summary>Reads the organisation's settings for access requests.</summary>
    /// <remarks>GET /access-request-config, answered with 200. SailPoint deprecated it on 2026-02-26 in favour of the v2026 access-request-config endpoint.</remarks>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse<AccessRequestConfig>> GetAccessRequestConfigAsync(
        CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync<AccessRequestConfig>("getAccessRequestConfig", null, options, cancellationToken);

    /// <summary>Lists where access requests stand.</summary>
    /// <remarks>GET /access-request-status, answered with 200.</remarks>
    /// <param name="query">Which rows; all of them where null.</param>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse<RequestedItemStatus[]> ListAccessRequestStatus(ListAccessRequestStatusQuery? query = null, CallOptions? options = null) =>
        Ask<RequestedItemStatus[]>("listAccessRequestStatus", query, options);

    /// <summary>Lists where access requests stand.</summary>
    /// <remarks>GET /access-request-status, answered with 200.</remarks>
    /// <param name="query">Which rows; all of them where null.</param>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse<RequestedItemStatus[]>> ListAccessRequestStatusAsync(
        ListAccessRequestStatusQuery? query = null, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync<RequestedItemStatus[]>("listAccessRequestStatus", query, options, cancellationToken);

    /// <summary>Lists where all access requests of the organisation stand.</summary>
    /// <remarks>GET /access-request-administration, answered with 200.</remarks>
    /// <param name="query">Which rows; all of them where null.</param>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse<AccessRequestAdminItemStatus[]> ListAdministratorsAccessRequestStatus(ListAdministratorsAccessRequestStatusQuery? query = null, CallOptions? options = null) =>
        Ask<AccessRequestAdminItemStatus[]>("listAdministratorsAccessRequestStatus", query, options);

    /// <summary>Lists where all access requests of the organisation stand.</summary>
    /// <remarks>GET /access-request-administration, answered with 200.</remarks>
    /// <param name="query">Which rows; all of them where null.</param>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse<AccessRequestAdminItemStatus[]>> ListAdministratorsAccessRequestStatusAsync(
        ListAdministratorsAccessRequestStatusQuery? query = null, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync<AccessRequestAdminItemStatus[]>("listAdministratorsAccessRequestStatus", query, options, cancellationToken);

    /// <summary>Replaces the organisation's settings for access requests.</summary>
    /// <remarks>PUT /access-request-config, answered with 200. SailPoint deprecated it on 2026-02-26 in favour of the v2026 access-request-config endpoint.</remarks>
    /// <param name="body">The organisation's settings for access requests.</param>
    /// <param name="options">How the call shall go.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public ApiResponse<AccessRequestConfig> SetAccessRequestConfig(AccessRequestConfig body, CallOptions? options = null) =>
        Ask<AccessRequestConfig>("setAccessRequestConfig", body, options);

    /// <summary>Replaces the organisation's settings for access requests.</summary>
    /// <remarks>PUT /access-request-config, answered with 200. SailPoint deprecated it on 2026-02-26 in favour of the v2026 access-request-config endpoint.</remarks>
    /// <param name="body">The organisation's settings for access requests.</param>
    /// <param name="options">How the call shall go.</param>
    /// <param name="cancellationToken">Ends the call early; the task is then canceled by a <see cref="CallCanceledException"/>.</param>
    /// <exception cref="SailPointException">The call failed.</exception>
    public Task<ApiResponse<AccessRequestConfig>> SetAccessRequestConfigAsync(
        AccessRequestConfig body, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync<AccessRequestConfig>("setAccessRequestConfig", body, options, cancellationToken);
}
