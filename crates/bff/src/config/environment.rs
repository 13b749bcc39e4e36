use contract::app::Party;

/// `BFF_PLATFORM__BASE_URL` is `platform.base_url`.
pub(super) fn apply(
    table: &mut toml::Table,
    environment: impl IntoIterator<Item = (String, String)>,
) {
    for (name, value) in environment {
        if let Some(key) = name.strip_prefix("BFF_") {
            set(table, &key.to_ascii_lowercase(), &value);
        }
    }
}

const LISTS: [&str; 2] = ["webhook_secret_files", "key_files"];

fn set(table: &mut toml::Table, key: &str, value: &str) {
    let (section, name) = match key.split_once("__") {
        Some((section, name)) => (Some(section), name),
        None => (None, key),
    };
    let is_list = LISTS.contains(&name) || section == Some("handoff_hosts");
    let value = if is_list {
        value
            .split(',')
            .map(|part| toml::Value::from(part.trim()))
            .collect::<Vec<_>>()
            .into()
    } else {
        // Only the session's limits are numbers; a client may well be called 123456.
        let number = value
            .parse::<i64>()
            .ok()
            .filter(|_| section == Some("session"));
        number.map_or_else(|| toml::Value::from(value), toml::Value::from)
    };
    match section {
        None => {
            table.insert(name.to_owned(), value);
        }
        Some(section) => {
            let entry = table
                .entry(section)
                .or_insert_with(|| toml::Value::Table(toml::Table::new()));
            if let Some(inner) = entry.as_table_mut() {
                // Party names keep their case; the environment's are lower case.
                let name = Party::ALL
                    .iter()
                    .map(|party| party.as_str())
                    .find(|party| section == "handoff_hosts" && party.eq_ignore_ascii_case(name))
                    .unwrap_or(name);
                inner.insert(name.to_owned(), value);
            }
        }
    }
}
