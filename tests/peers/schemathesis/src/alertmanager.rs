//! The manager of alerts.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use judged_server::alertmanager::{
    Alertmanager, delete_silence, get_alert_groups, get_alerts, get_receivers, get_silence, get_silences,
    get_status, post_alerts, post_silences,
};
use judged_server::runtime::{DateTime, RawBody, Uuid};
use judged_server::types::{
    AlertGroup, AlertmanagerStatus, GettableAlert, GettableSilence, PostableAlert, Receiver,
};
use serde_json::json;

use crate::Stub;
use crate::stored::{Stored, extended};

/// What the manager knows.
#[derive(Debug, Default)]
pub(crate) struct Alerts {
    silences: Stored<String, GettableSilence>,
    alerts: Stored<String, GettableAlert>,
    last: AtomicU64,
}

fn now() -> DateTime {
    Timestamp::now().into()
}

fn receiver() -> Receiver {
    Receiver::new("everybody")
}

impl Alerts {
    /// An ID that no silence had. That it can be guessed does no harm here.
    fn next(&self) -> Uuid {
        Uuid::from_u128(self.last.fetch_add(1, Ordering::Relaxed).into())
    }

    fn raise(&self, alert: PostableAlert) {
        let fingerprint = serde_json::to_string(&alert.labels).expect("texts are JSON");
        let labels = alert.annotations.clone().unwrap_or_default();
        let more = json!({
            "annotations": labels,
            "receivers": [receiver()],
            "fingerprint": fingerprint,
            "startsAt": alert.starts_at.unwrap_or_else(now),
            "endsAt": alert.ends_at.unwrap_or_else(now),
            "updatedAt": now(),
            "status": { "state": "active", "silencedBy": [], "inhibitedBy": [] },
        });
        self.alerts.put(fingerprint, extended(&alert, more).expect("an alert with a status is an alert"));
    }
}

impl Alertmanager for Stub {
    async fn get_status(&self, _: get_status::Request) -> Result<get_status::Response, get_status::Error> {
        let version = json!({
            "version": "0", "revision": "0", "branch": "main", "buildUser": "us", "buildDate": "today", "goVersion": "none",
        });
        let status = json!({
            "cluster": { "status": "ready" },
            "versionInfo": version,
            "config": { "original": "" },
            "uptime": now(),
        });
        let status: AlertmanagerStatus = serde_json::from_value(status).expect("a status");
        Ok(get_status::Response::new(status))
    }

    async fn get_receivers(
        &self,
        _: get_receivers::Request,
    ) -> Result<get_receivers::Response, get_receivers::Error> {
        Ok(get_receivers::Response::new(vec![receiver()]))
    }

    async fn get_silences(
        &self,
        _: get_silences::Request,
    ) -> Result<get_silences::Response, get_silences::Error> {
        Ok(get_silences::Response::new(self.alerts.silences.all()))
    }

    async fn post_silences(
        &self,
        request: post_silences::Request,
    ) -> Result<post_silences::Response, post_silences::Error> {
        let silence = request.body;
        let known = silence.id.filter(|id| self.alerts.silences.get(&id.to_string()).is_some());
        if silence.id.is_some() && known.is_none() {
            return Err(post_silences::Error::NotFound("no such silence".to_owned()));
        }
        let id = known.unwrap_or_else(|| self.alerts.next());
        let more = json!({ "id": id, "status": { "state": "active" }, "updatedAt": now() });
        let silence = extended(&silence, more).expect("a silence with a status is a silence");
        self.alerts.silences.put(id.to_string(), silence);
        Ok(post_silences::Response::new(id))
    }

    async fn get_silence(
        &self,
        request: get_silence::Request,
    ) -> Result<get_silence::Response, get_silence::Error> {
        let silence = self.alerts.silences.get(&request.silence_id.to_string());
        silence.map(get_silence::Response::new).ok_or(get_silence::Error::NotFound(RawBody::empty()))
    }

    async fn delete_silence(
        &self,
        request: delete_silence::Request,
    ) -> Result<delete_silence::Response, delete_silence::Error> {
        let silence = self.alerts.silences.remove(&request.silence_id.to_string());
        silence
            .map(|_| delete_silence::Response::new(RawBody::empty()))
            .ok_or(delete_silence::Error::NotFound(RawBody::empty()))
    }

    async fn get_alerts(
        &self,
        request: get_alerts::Request,
    ) -> Result<get_alerts::Response, get_alerts::Error> {
        // What is absent is as the document has it by default.
        let all = request.active.unwrap_or(true) && request.receiver.is_none_or(|name| name == "everybody");
        Ok(get_alerts::Response::new(if all { self.alerts.alerts.all() } else { Vec::new() }))
    }

    async fn post_alerts(
        &self,
        request: post_alerts::Request,
    ) -> Result<post_alerts::Response, post_alerts::Error> {
        request.body.into_iter().for_each(|alert| self.alerts.raise(alert));
        Ok(post_alerts::Response::new(RawBody::empty()))
    }

    async fn get_alert_groups(
        &self,
        _: get_alert_groups::Request,
    ) -> Result<get_alert_groups::Response, get_alert_groups::Error> {
        let group = AlertGroup::new(Default::default(), receiver(), self.alerts.alerts.all());
        Ok(get_alert_groups::Response::new(vec![group]))
    }
}
