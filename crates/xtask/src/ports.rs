//! Two neighbouring ports, both on this machine.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream},
    time::Duration,
};

use anyhow::{Result, bail};

/// The app's port; the sandbox's follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ports {
    pub(crate) app: u16,
    pub(crate) sandbox: u16,
}

impl Ports {
    pub(crate) const DEFAULT: &str = "8080";
    /// The highest app port that leaves room for its neighbour.
    pub(crate) const HIGHEST: i64 = 65534;

    pub(crate) fn from_app(app: u16) -> Self {
        Self {
            app,
            sandbox: app.saturating_add(1),
        }
    }

    pub(crate) fn app_origin(self) -> String {
        format!("http://localhost:{}", self.app)
    }

    /// Another site than the app's, as every provider's is.
    pub(crate) fn sandbox_origin(self) -> String {
        format!("http://127.0.0.1:{}", self.sandbox)
    }

    pub(crate) fn check_free(self) -> Result<()> {
        for port in [self.app, self.sandbox] {
            if taken(port) {
                bail!("{}", Taken { port });
            }
        }
        Ok(())
    }
}

struct Taken {
    port: u16,
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "port {} is in use. Stop what uses it, or choose another with --port N \
             (N and N+1 must be free)",
            self.port
        )
    }
}

fn taken(port: u16) -> bool {
    // A browser tries [::1] first for `localhost`: another program there would get our visitors.
    let other = (Ipv6Addr::LOCALHOST, port).into();
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err()
        || TcpStream::connect_timeout(&other, Duration::from_millis(200)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sandboxs_port_follows_the_apps() {
        let ports = Ports::from_app(9000);
        assert_eq!(ports.sandbox, 9001);
        assert_eq!(ports.app_origin(), "http://localhost:9000");
        assert_eq!(ports.sandbox_origin(), "http://127.0.0.1:9001");
    }

    #[test]
    fn a_port_in_use_is_named_together_with_the_way_out() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let said = Ports::from_app(port).check_free().unwrap_err().to_string();
        assert!(
            said.contains(&format!("port {port} ")) && said.contains("--port"),
            "{said}"
        );
    }
}
