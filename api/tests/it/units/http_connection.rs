use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use pivotal_api::http::connection::Peer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::Semaphore;

const WAIT: Duration = Duration::from_millis(50);

#[tokio::test]
async fn who_takes_nothing_of_what_is_sent_is_given_up_and_leaves_the_place() {
    let places = Arc::new(Semaphore::new(1));
    let (ours, theirs) = tokio::io::duplex(64);
    let mut peer = Peer::new(ours, WAIT, places.clone().acquire_owned().await.unwrap());
    assert_eq!(places.available_permits(), 0);
    let sent = peer.write_all(&[0; 1_000]).await;
    assert_eq!(sent.unwrap_err().kind(), ErrorKind::TimedOut);
    drop((peer, theirs));
    assert_eq!(places.available_permits(), 1);
}

#[tokio::test]
async fn who_takes_a_little_at_a_time_gets_it_all() {
    let places = Arc::new(Semaphore::new(1));
    let (ours, mut theirs) = tokio::io::duplex(64);
    let mut peer = Peer::new(ours, Duration::from_secs(20), places.acquire_owned().await.unwrap());
    let sending = tokio::spawn(async move { peer.write_all(&[7; 1_000]).await });
    let mut taken = vec![0; 1_000];
    theirs.read_exact(&mut taken).await.unwrap();
    sending.await.unwrap().unwrap();
    assert_eq!(taken, vec![7; 1_000]);
}
