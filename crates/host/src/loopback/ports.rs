//! The port of a profile, on both families of addresses.
//!
//! A browser that opens `http://localhost:PORT` may try ::1 first. Bound to 127.0.0.1 alone, the
//! server would leave ::1 to any process of this computer, which would then be the chat page. So
//! both are bound or neither.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::Path;

use task::{Code, Error};

use super::Address;
use crate::profile_number;

/// Where a profile's port is looked for: below the ports that systems give to clients.
const FIRST: u16 = 20_000;
const LAST: u16 = 32_767;
/// How many ports of its own a profile has.
const CANDIDATES: u64 = 8;
/// How often a free port of one family is tried on the other.
const TRIES: usize = 32;

/// A port that is taken on 127.0.0.1 and, where this computer has IPv6, on ::1. What connects
/// waits until the [`Loopback`](super::Loopback) starts.
#[derive(Debug)]
pub struct Bound {
    address: Address,
    listeners: Vec<TcpListener>,
}

impl Bound {
    /// Takes the port of the profile in this folder: the first of its candidates that is free, so
    /// that it stays the same from start to start where it can; else any that is.
    ///
    /// # Errors
    /// `unavailable` where this computer has no free port, or no loopback at all.
    pub fn for_profile(folder: &Path) -> Result<Self, Error> {
        first_free(candidates(profile_number(folder))).map_err(|error| Error::Storage {
            code: Code::Unavailable,
            message: format!("No port of this computer can be used for the chat: {error}."),
            source: Some(Box::new(error)),
        })
    }

    /// Where the server will answer.
    #[must_use]
    pub fn address(&self) -> Address {
        self.address
    }

    pub(super) fn into_listeners(self) -> Vec<TcpListener> {
        self.listeners
    }
}

/// A profile's ports in the order in which they are tried.
fn candidates(number: u64) -> impl Iterator<Item = u16> {
    let span = u64::from(LAST - FIRST) + 1;
    // An odd step meets no port twice.
    let step = (number >> 32) | 1;
    (0..CANDIDATES).map(move |n| {
        let offset = (number % span).wrapping_add(n.wrapping_mul(step % span)) % span;
        FIRST + u16::try_from(offset).unwrap_or(0)
    })
}

fn first_free(candidates: impl Iterator<Item = u16>) -> io::Result<Bound> {
    let two = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok();
    for port in candidates {
        if let Ok(bound) = bind(port, two) {
            return Ok(bound);
        }
    }
    let mut failed = io::Error::from(ErrorKind::AddrInUse);
    for _ in 0..TRIES {
        match bind(0, two) {
            Ok(bound) => return Ok(bound),
            Err(error) => failed = error,
        }
    }
    Err(failed)
}

/// Binds the port, or any for 0, on both families, or where there is no IPv6 on one.
fn bind(port: u16, two: bool) -> io::Result<Bound> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = first.local_addr()?.port();
    let mut listeners = vec![first];
    if two {
        let second = SocketAddr::from((Ipv6Addr::LOCALHOST, port));
        listeners.push(TcpListener::bind(second)?);
    }
    for listener in &listeners {
        listener.set_nonblocking(true)?;
    }
    Ok(Bound {
        address: Address::new(port),
        listeners,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The port of a profile that nobody else has.
    fn profile() -> (tempfile::TempDir, Vec<u16>) {
        let folder = tempfile::tempdir().unwrap();
        let ports = candidates(profile_number(folder.path())).collect();
        (folder, ports)
    }

    #[test]
    fn candidates_are_stable_different_and_in_range() {
        for number in [0, 1, u64::MAX, 0xcbf2_9ce4_8422_2325] {
            let ports: Vec<u16> = candidates(number).collect();
            assert_eq!(ports, candidates(number).collect::<Vec<_>>());
            assert!(ports.iter().all(|port| (FIRST..=LAST).contains(port)));
            let different: BTreeSet<_> = ports.iter().collect();
            assert_eq!(different.len(), ports.len(), "{ports:?}");
        }
    }

    #[test]
    fn a_profile_gets_its_port_again() {
        let (folder, _) = profile();
        let first = Bound::for_profile(folder.path()).unwrap().address();
        let second = Bound::for_profile(folder.path()).unwrap().address();
        assert_eq!(first, second);
    }

    #[test]
    fn both_families_are_taken() {
        let (folder, _) = profile();
        let bound = Bound::for_profile(folder.path()).unwrap();
        let port = bound.address().port();
        assert!(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err());
        if TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok() {
            assert!(TcpListener::bind((Ipv6Addr::LOCALHOST, port)).is_err());
        }
    }

    #[test]
    fn a_port_that_somebody_has_on_either_family_is_left() {
        let hosts: [std::net::IpAddr; 2] = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        for host in hosts {
            let (folder, ports) = profile();
            let Ok(taken) = TcpListener::bind((host, ports[0])) else {
                continue;
            };
            let bound = Bound::for_profile(folder.path()).unwrap();
            assert_ne!(bound.address().port(), ports[0], "{host}");
            drop(taken);
        }
    }

    #[test]
    fn without_a_free_candidate_any_port_will_do() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let bound = first_free([port].into_iter()).unwrap();
        assert_ne!(bound.address().port(), port);
    }

    #[test]
    fn without_ipv6_one_family_is_enough() {
        let bound = bind(0, false).unwrap();
        assert_eq!(bound.listeners.len(), 1);
    }
}
