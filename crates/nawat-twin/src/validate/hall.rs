//! A hall for a queue of the textbooks, written as any other scenario is.

use std::fmt::Write;
use std::path::Path;

use nawat_catalogue::Mistakes;

use crate::scenario::Scenario;

/// One sort of customers.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// People an hour.
    pub lambda: f64,
    /// As a scenario writes a length of time.
    pub service: String,
    pub patience: Option<String>,
    pub level: u8,
    pub rate: u16,
    pub queue: usize,
    /// Place of the class that some go on to, and their share.
    pub refer: Option<(usize, f64)>,
}

#[derive(Clone, Debug)]
pub(super) struct Hall {
    pub classes: Vec<Class>,
    pub counters: u32,
    pub capacity: Option<u32>,
    /// Limits of the wait in minutes.
    pub within: Vec<f64>,
    /// Counters take the queues in their order.
    pub in_order: bool,
    /// One counter for each queue, instead of all for all.
    pub apart: bool,
    /// A day of so many hours instead of one without end.
    pub day_hours: Option<f64>,
}

impl Default for Class {
    fn default() -> Self {
        let service = "exponential = 60".to_owned();
        Class { lambda: 1.0, service, patience: None, level: 0, rate: 1, queue: 0, refer: None }
    }
}

impl Hall {
    pub fn new(classes: Vec<Class>) -> Hall {
        Hall {
            classes,
            counters: 1,
            capacity: None,
            within: Vec::new(),
            in_order: false,
            apart: false,
            day_hours: None,
        }
    }

    /// The same people on a day that begins with an empty hall.
    pub fn as_day(&self, hours: f64) -> Hall {
        Hall { day_hours: Some(hours), ..self.clone() }
    }

    /// With so many customers a batch.
    pub fn scenario(&self, batch: u64, batches: u32) -> Result<Scenario, Mistakes> {
        Scenario::parse("a hall of the textbooks", &self.written(batch, batches), Path::new(""))
    }

    fn written(&self, batch: u64, batches: u32) -> String {
        let mut text = String::from("name = { ar = \"تحقق\", en = \"Validation\" }\n");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "within_minutes = {:?}", self.within);
        if let Some(capacity) = self.capacity {
            let _ = writeln!(text, "capacity = {capacity}");
        }
        let _ = match self.day_hours {
            None => {
                writeln!(text, "[endless]\nwarm_up = {}\nbatches = {batches}\nbatch = {batch}", batch / 2)
            }
            Some(hours) => {
                let minutes = (hours * 60.0) as u32;
                let (h, m) = (minutes / 60, minutes % 60);
                writeln!(text, "[day]\nopens = \"00:00\"\ncloses = \"{h:02}:{m:02}\"")
            }
        };
        for (place, class) in self.classes.iter().enumerate() {
            let Class { lambda, service, level, rate, queue, .. } = class;
            let _ = writeln!(
                text,
                "[[class]]\nkey = \"c{place}\"\nqueue = \"q{queue}\"\nlevel = {level}\nrate = {rate}\n\
                 arrivals = {{ per_hour = {lambda:?} }}\nservice_time = {{ {service} }}"
            );
            if let Some(patience) = &class.patience {
                let _ = writeln!(text, "patience = {{ {patience} }}");
            }
            if let Some((to, share)) = class.refer {
                let _ = writeln!(text, "refer = {{ to = \"c{to}\", share = {share:?} }}");
            }
        }
        let mut queues: Vec<usize> = self.classes.iter().map(|class| class.queue).collect();
        queues.dedup();
        if self.apart {
            for queue in queues {
                let counters = self.counters;
                let _ = writeln!(
                    text,
                    "[[group]]\nkey = \"g{queue}\"\ncounters = {counters}\ntakes = [\"q{queue}\"]"
                );
            }
            return text;
        }
        let takes = queues.iter().enumerate().map(|(place, queue)| {
            let order = if self.in_order { place } else { 0 };
            format!("{{ queue = \"q{queue}\", order = {order} }}")
        });
        let takes = takes.collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "[[group]]\nkey = \"all\"\ncounters = {}\ntakes = [{takes}]", self.counters);
        text
    }
}
