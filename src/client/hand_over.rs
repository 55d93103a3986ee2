//! The moment at which a request passes from its call to a connection: `transport` sends its body through a gate, and `fate` reads
//! or closes that when an attempt ends.

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

/// Whether a connection took a request, as it shows by asking for its body. Exactly one of two things happens, whoever comes
/// first: a connection takes it, or the one who ends the attempt keeps it back. A connection's task may still hold the request
/// when its attempt has ended.
#[derive(Debug, Default)]
pub(super) struct HandOver(AtomicU8);

const WAITING: u8 = 0;
const TAKEN: u8 = 1;
const KEPT_BACK: u8 = 2;

impl HandOver {
    /// False where the request was kept back.
    fn take(&self) -> bool {
        self.0.compare_exchange(WAITING, TAKEN, Ordering::AcqRel, Ordering::Acquire) != Err(KEPT_BACK)
    }

    fn is_kept_back(&self) -> bool {
        self.0.load(Ordering::Acquire) == KEPT_BACK
    }

    /// From here on no connection takes the request. True where one took it before.
    pub fn close(&self) -> bool {
        self.0.compare_exchange(WAITING, KEPT_BACK, Ordering::AcqRel, Ordering::Acquire) == Err(TAKEN)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the attempt has ended")]
pub(super) struct AttemptEnded;

/// A body that is handed over once, or not at all; None stands for a request without one.
pub(super) struct GatedBody {
    bytes: Option<Bytes>,
    hand_over: Arc<HandOver>,
}

impl GatedBody {
    pub fn new(bytes: Option<Bytes>, hand_over: Arc<HandOver>) -> Self {
        Self { bytes, hand_over }
    }
}

impl Body for GatedBody {
    type Data = Bytes;
    type Error = AttemptEnded;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, AttemptEnded>>> {
        if !self.hand_over.take() {
            return Poll::Ready(Some(Err(AttemptEnded)));
        }
        Poll::Ready(self.bytes.take().map(Frame::data).map(Ok))
    }

    /// A connection asks this first, when it is about to write the request's head: of a request without a body nothing else shows
    /// that it goes out.
    fn is_end_stream(&self) -> bool {
        self.bytes.is_none() && self.hand_over.take()
    }

    /// A request without a body that was kept back claims to have one: a connection waits for a byte of it before it sends the
    /// head, and gets the error instead. Of an empty one it would ask nothing more.
    fn size_hint(&self) -> SizeHint {
        let without_body = u64::from(self.hand_over.is_kept_back());
        SizeHint::with_exact(self.bytes.as_ref().map_or(without_body, |bytes| bytes.len() as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_taken_or_kept_back_and_never_both() {
        let body = |hand_over: &Arc<HandOver>| Box::pin(GatedBody::new(Some(Bytes::from_static(b"x")), Arc::clone(hand_over)));
        let context = &mut Context::from_waker(std::task::Waker::noop());
        let taken = Arc::new(HandOver::default());
        assert!(matches!(body(&taken).as_mut().poll_frame(context), Poll::Ready(Some(Ok(_)))));
        assert!(taken.close());
        let kept_back = Arc::new(HandOver::default());
        assert!(!kept_back.close());
        assert!(matches!(body(&kept_back).as_mut().poll_frame(context), Poll::Ready(Some(Err(_)))));
        assert!(!kept_back.close(), "it stays so");
    }

    #[test]
    fn a_request_without_a_body_is_taken_when_a_connection_asks_for_its_end() {
        let body = |hand_over: &Arc<HandOver>| Box::pin(GatedBody::new(None, Arc::clone(hand_over)));
        let context = &mut Context::from_waker(std::task::Waker::noop());
        let taken = Arc::new(HandOver::default());
        assert!(body(&taken).is_end_stream());
        assert!(matches!(body(&taken).as_mut().poll_frame(context), Poll::Ready(None)));
        assert!(taken.close());
        let kept_back = Arc::new(HandOver::default());
        assert!(!kept_back.close());
        assert!(!body(&kept_back).is_end_stream());
        assert!(matches!(body(&kept_back).as_mut().poll_frame(context), Poll::Ready(Some(Err(_)))));
    }
}
