//! Addresses of this machine and of its own network: a name of the web that leads there is not followed.

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Whether whoever wrote the address meant a private one: a number, or a name that stands for this machine or its network alone.
pub(crate) fn is_named(address: &Url) -> bool {
    let Some(host) = address.host_str() else { return false };
    let host = host.trim_end_matches('.');
    let number = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok();
    number
        || !host.contains('.')
        || [".localhost", ".internal", ".local"].iter().any(|end| host.ends_with(end))
}

/// Resolves names, and gives the public addresses alone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Public;

impl Resolve for Public {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|one| is_public(one.ip())).collect();
            if public.is_empty() {
                return Err(io::Error::other("the name leads to a private address").into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is one of the web, by the registries of special ones (RFC 6890 and what came later).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => is_public_v4(four),
        IpAddr::V6(six) => is_public_v6(six),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || first == 0
        // Shared by carriers, benchmarks, protocol assignments, reserved.
        || (first == 100 && second & 0b1100_0000 == 64)
        || (first == 198 && second & 0b1111_1110 == 18)
        || (first == 192 && second == 0 && third == 0)
        || first >= 240;
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(four) = address.to_ipv4_mapped() {
        return is_public_v4(four);
    }
    let [first, second, third, fourth, fifth, sixth, seventh, eighth] = address.segments();
    let embedded = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Ipv4Addr::new(a, b, c, d)
    };
    match (first, second) {
        // Ways from 6 to 4: NAT64, 6to4.
        (0x64, 0xff9b) if (third, fourth, fifth, sixth) == (0, 0, 0, 0) => {
            is_public_v4(embedded(seventh, eighth))
        }
        (0x2002, _) => is_public_v4(embedded(second, third)),
        // Documentation, Teredo and other assignments of protocols.
        (0x2001, 0xdb8) => false,
        (0x2001, 0..=0x1ff) => false,
        // What is routed at all.
        _ => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_are_public() {
        for text in ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]
        {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn addresses_of_this_machine_and_its_network_are_not() {
        for text in [
            "127.0.0.1",
            "127.8.8.8",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "240.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "ff02::1",
        ] {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn a_private_address_is_named_by_its_number_or_a_local_name() {
        let named = |address: &str| is_named(&Url::parse(address).unwrap());
        assert!(named("http://127.0.0.1:8080/") && named("http://[::1]/") && named("http://2130706433/"));
        assert!(named("http://localhost:1/") && named("http://cms:80/") && named("http://cms.internal/"));
        assert!(!named("https://blog.example/") && !named("https://127.0.0.1.evil.example/"));
    }
}
