mod completion;
mod dates;
mod describe;
mod next;
mod oracle;
mod replicas;
mod rfc;
mod strategies;
mod text;
mod zones;

/// How many cases a long test runs: so many, or as many as `CALM_ORBIT_SOAK_CASES` says.
fn soak_cases(default: u32) -> u32 {
    let cases = std::env::var("CALM_ORBIT_SOAK_CASES");
    cases.map_or(default, |cases| cases.parse().unwrap())
}
