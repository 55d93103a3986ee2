//! Keeps SIGPIPE from threads that work on sockets: a vectored write to a broken connection would raise it, and a C program that
//! does not ignore it would die. On Windows there is no such signal.

#[cfg(unix)]
pub(super) use imp::{BlockedSigpipe, block_for_good};
#[cfg(not(unix))]
pub(super) use none::{BlockedSigpipe, block_for_good};

#[cfg(unix)]
mod imp {
    use std::mem::MaybeUninit;
    use std::ptr;

    /// Blocks SIGPIPE in a thread of our own.
    pub fn block_for_good() {
        block();
    }

    /// Blocks SIGPIPE in a caller's thread until it is dropped, and takes back one that came meanwhile.
    pub struct BlockedSigpipe {
        /// None where the caller blocks it anyway: then one may have been pending before, and is left to the caller.
        before: Option<libc::sigset_t>,
    }

    impl BlockedSigpipe {
        pub fn new() -> Self {
            let before = block();
            Self { before: (!contains_sigpipe(&before)).then_some(before) }
        }
    }

    impl Drop for BlockedSigpipe {
        fn drop(&mut self) {
            let Some(before) = self.before else { return };
            if is_pending() {
                take_pending();
            }
            // SAFETY: the set came from pthread_sigmask.
            unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, &raw const before, ptr::null_mut()) };
        }
    }

    /// Gives the mask as it was.
    fn block() -> libc::sigset_t {
        let set = sigpipe();
        let mut before = MaybeUninit::uninit();
        // SAFETY: the set is initialised, and pthread_sigmask, which can't fail with SIG_BLOCK, initialises the other.
        unsafe {
            libc::pthread_sigmask(libc::SIG_BLOCK, &raw const set, before.as_mut_ptr());
            before.assume_init()
        }
    }

    fn is_pending() -> bool {
        let mut pending = MaybeUninit::uninit();
        // SAFETY: sigpending initialises the set, which it can't fail to do with a place of our own.
        contains_sigpipe(&unsafe {
            libc::sigpending(pending.as_mut_ptr());
            pending.assume_init()
        })
    }

    /// SIGPIPE is blocked and pending, so this does not wait.
    fn take_pending() {
        let set = sigpipe();
        let mut signal = 0;
        // SAFETY: the set is initialised, and there is a place for the signal's number.
        unsafe { libc::sigwait(&raw const set, &raw mut signal) };
    }

    fn sigpipe() -> libc::sigset_t {
        let mut set = MaybeUninit::uninit();
        // SAFETY: sigemptyset initialises the set.
        unsafe {
            libc::sigemptyset(set.as_mut_ptr());
            libc::sigaddset(set.as_mut_ptr(), libc::SIGPIPE);
            set.assume_init()
        }
    }

    fn contains_sigpipe(set: &libc::sigset_t) -> bool {
        // SAFETY: a reference is an initialised set.
        unsafe { libc::sigismember(ptr::from_ref(set), libc::SIGPIPE) == 1 }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        fn is_blocked() -> bool {
            let mut now = MaybeUninit::uninit();
            // SAFETY: without a new set the mask is only read.
            contains_sigpipe(&unsafe {
                libc::pthread_sigmask(libc::SIG_BLOCK, ptr::null(), now.as_mut_ptr());
                now.assume_init()
            })
        }

        /// SIGPIPE is blocked in this thread, so it only becomes pending.
        fn raise() {
            // SAFETY: a thread that lives, and a signal that there is.
            unsafe { libc::pthread_kill(libc::pthread_self(), libc::SIGPIPE) };
        }

        #[test]
        fn a_signal_that_came_meanwhile_is_taken_back() {
            let blocked = BlockedSigpipe::new();
            assert!(is_blocked());
            raise();
            assert!(is_pending());
            drop(blocked);
            assert!(!is_blocked() && !is_pending());
        }

        #[test]
        fn a_mask_and_a_signal_of_the_callers_own_stay() {
            let callers = BlockedSigpipe::new();
            raise();
            drop(BlockedSigpipe::new());
            assert!(is_blocked() && is_pending());
            drop(callers);
            assert!(!is_blocked() && !is_pending());
        }
    }
}

#[cfg(not(unix))]
mod none {
    pub fn block_for_good() {}

    pub struct BlockedSigpipe;

    impl BlockedSigpipe {
        pub fn new() -> Self {
            Self
        }
    }
}
