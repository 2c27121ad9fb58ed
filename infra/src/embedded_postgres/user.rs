//! PostgreSQL refuses to run as root, so root steps down to another user for it. Everybody else
//! runs it as themselves.

use std::ffi::CString;
use std::fs;
use std::mem::MaybeUninit;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::error::{At, EmbeddedPostgresError};

/// The user that runs the server. `None` inside means "as we are".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerUser(Option<Ids>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ids {
    uid: u32,
    gid: u32,
}

impl ServerUser {
    /// Root: the owner of existing data, else `postgres`, else `nobody`.
    pub fn choose(data: &Path) -> Result<Self, EmbeddedPostgresError> {
        if !we_are_root() {
            return Ok(Self(None));
        }
        match fs::metadata(data).map(|data| data.uid()) {
            Ok(uid) if uid != 0 => by_uid(uid)
                .map(|ids| Self(Some(ids)))
                // initdb and postgres look their user up and give up without an entry.
                .ok_or_else(|| EmbeddedPostgresError::OwnerWithoutName { data: data.to_owned(), uid }),
            _ => ["postgres", "nobody"]
                .into_iter()
                .find_map(by_name)
                .map(|ids| Self(Some(ids)))
                .ok_or(EmbeddedPostgresError::NoUser),
        }
    }

    /// Makes `command` run as this user, free of our folder and of the shell's PGDATA and the like.
    pub fn apply(self, command: &mut Command) {
        command.current_dir("/").env_clear();
        if let Some(ids) = self.0 {
            // std clears the supplementary groups as well.
            command.uid(ids.uid).gid(ids.gid);
        }
    }

    /// Creates `dir` if needed, and makes it this user's alone.
    pub fn take_dir(self, dir: &Path) -> Result<(), EmbeddedPostgresError> {
        use std::os::unix::fs::PermissionsExt;
        fs::create_dir_all(dir).at("cannot create", dir)?;
        fs::set_permissions(dir, fs::Permissions::from_mode(0o700)).at("cannot set the mode of", dir)?;
        match self.0 {
            Some(ids) => std::os::unix::fs::chown(dir, Some(ids.uid), Some(ids.gid))
                .at("cannot change the owner of", dir),
            None => Ok(()),
        }
    }

    /// Whether every folder above `path` lets this user through.
    pub fn can_reach(self, path: &Path) -> bool {
        let Some(ids) = self.0 else { return true };
        path.ancestors().skip(1).filter_map(|dir| fs::metadata(dir).ok()).all(|dir| {
            let bit = match dir {
                _ if dir.uid() == ids.uid => 0o100,
                _ if dir.gid() == ids.gid => 0o010,
                _ => 0o001,
            };
            dir.mode() & bit != 0
        })
    }

    /// Whether a folder found in a shared place is ours or the server's, not a stranger's trap.
    pub fn may_own(self, uid: u32) -> bool {
        uid == effective_uid() || self.0.is_some_and(|ids| ids.uid == uid)
    }
}

pub fn we_are_root() -> bool {
    effective_uid() == 0
}

fn effective_uid() -> u32 {
    // SAFETY: takes no arguments and cannot fail.
    unsafe { libc::geteuid() }
}

fn by_name(name: &str) -> Option<Ids> {
    let name = CString::new(name).ok()?;
    // SAFETY: all pointers outlive the call, `look_up` gives the buffer's true length.
    look_up(|entry, buffer, length, result| unsafe {
        libc::getpwnam_r(name.as_ptr(), entry, buffer, length, result)
    })
}

fn by_uid(uid: u32) -> Option<Ids> {
    // SAFETY: as above.
    look_up(|entry, buffer, length, result| unsafe { libc::getpwuid_r(uid, entry, buffer, length, result) })
}

fn look_up(
    call: impl FnOnce(*mut libc::passwd, *mut libc::c_char, usize, *mut *mut libc::passwd) -> libc::c_int,
) -> Option<Ids> {
    let mut entry = MaybeUninit::<libc::passwd>::uninit();
    let mut buffer = vec![0; 16 * 1024];
    let mut result = std::ptr::null_mut();
    let failed = call(entry.as_mut_ptr(), buffer.as_mut_ptr(), buffer.len(), &mut result);
    if failed != 0 || result.is_null() {
        return None;
    }
    // SAFETY: the call succeeded and set `result`, so it filled `entry`.
    let entry = unsafe { entry.assume_init() };
    Some(Ids { uid: entry.pw_uid, gid: entry.pw_gid })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_cannot_pass_a_closed_folder() {
        use std::os::unix::fs::PermissionsExt;
        let closed = std::env::temp_dir().join(format!("pivotal-closed-{}", std::process::id()));
        fs::create_dir_all(closed.join("inner")).unwrap();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
        let stranger = ServerUser(Some(Ids { uid: 54_321, gid: 54_321 }));
        let (inside, itself) = (stranger.can_reach(&closed.join("inner")), stranger.can_reach(&closed));
        fs::remove_dir_all(&closed).unwrap();
        assert!(!inside && itself);
        assert!(ServerUser(None).can_reach(&closed.join("inner")));
    }
}
