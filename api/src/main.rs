//! The one binary, `pivotal`.

// The types of the GraphQL schema and of its futures are nested deeper than the compiler expects.
#![recursion_limit = "256"]

use std::process::ExitCode;

use clap::Parser;
use pivotal_api::cli::Cli;

/// Records are made of many small strings: an import spent a quarter of its processor time in the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Before anything opens a connection: with no default chosen, TLS libraries guess or panic.
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        return fail("another TLS provider was installed first");
    }
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format!("the runtime cannot be started: {error}")),
    };
    match runtime.block_on(cli.run()) {
        Ok(code) => code,
        Err(error) => fail(&format!("{error:#}")),
    }
}

#[expect(clippy::print_stderr, reason = "the last words of the process, also when logging is not set up")]
fn fail(message: &str) -> ExitCode {
    eprintln!("pivotal: {message}");
    ExitCode::FAILURE
}
