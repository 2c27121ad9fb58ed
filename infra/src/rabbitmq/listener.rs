//! The listening end of one projection's queue: connects, declares, consumes, and starts over
//! whenever anything breaks, until its doorbell is dropped.

use std::time::{Duration, Instant};

use futures::StreamExt;
use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicQosOptions, BasicRejectOptions};
use lapin::types::FieldTable;
use pivotal_projections::bus::{BusError, Doorbell, RangeMessage};
use tokio::sync::watch;
use tokio_util::task::AbortOnDropHandle;

use super::{Broker, topology, unavailable};

const PAUSE: Duration = Duration::from_millis(500);
/// A connection that lived this long had worked.
const LISTENED: Duration = Duration::from_secs(10);
/// Rings melt together anyway; this only bounds what is unacknowledged.
const PREFETCH: u16 = 100;

pub fn listen(broker: Broker, projection: String) -> Doorbell {
    let (bell, rings) = watch::channel(0);
    let task = tokio::spawn(async move {
        let mut tries = 0;
        loop {
            let began = Instant::now();
            let end = listen_once(&broker, &projection, &bell).await;
            tries = if began.elapsed() > LISTENED { 1 } else { tries + 1 };
            // A broker that is setting up a queue which several processes declare at once ends the first of them.
            // Nothing is missed meanwhile, so that is not yet worth anybody's attention.
            match tries {
                1 | 2 => {
                    tracing::info!(projection, reason = %reason(end), "the doorbell is connecting again")
                }
                _ => {
                    tracing::warn!(projection, reason = %reason(end), "the doorbell cannot reach the broker: trying again, the projection looks for itself meanwhile");
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
    });
    Doorbell::new(rings, Some(Box::new(AbortOnDropHandle::new(task))))
}

/// Listens until the connection ends.
async fn listen_once(broker: &Broker, projection: &str, bell: &watch::Sender<u64>) -> Result<(), BusError> {
    let connection = broker.connect(&format!("doorbell {projection}")).await?;
    let channel = connection.create_channel().await.map_err(unavailable)?;
    topology::declare(&channel, &broker.names, &[projection.to_owned()]).await.map_err(unavailable)?;
    channel.basic_qos(PREFETCH, BasicQosOptions::default()).await.map_err(unavailable)?;
    let queue = broker.names.queue(projection);
    let mut deliveries = channel
        .basic_consume(queue.into(), "".into(), BasicConsumeOptions::default(), FieldTable::default())
        .await
        .map_err(unavailable)?;
    metrics::counter!("pivotal_bus_connections_total", "role" => "doorbell").increment(1);
    // Something may have been missed while nobody listened.
    ring(bell);
    while let Some(delivery) = deliveries.next().await {
        let delivery = delivery.map_err(unavailable)?;
        if serde_json::from_slice::<RangeMessage>(&delivery.data).is_ok() {
            // Acknowledged before the work is done: the checkpoint is the truth, this is only a hint.
            ring(bell);
            delivery.ack(BasicAckOptions::default()).await.map_err(unavailable)?;
        } else {
            tracing::warn!(projection, "a message that is no range was moved to the dead-letter queue");
            delivery.reject(BasicRejectOptions { requeue: false }).await.map_err(unavailable)?;
        }
    }
    Ok(())
}

fn ring(bell: &watch::Sender<u64>) {
    bell.send_modify(|rings| *rings += 1);
}

fn reason(end: Result<(), BusError>) -> String {
    match end {
        Ok(()) => "the broker ended the subscription".into(),
        Err(error) => error.to_string(),
    }
}
