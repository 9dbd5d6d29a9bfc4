package io.chargelake.jobs.raw;

import java.util.Set;

/** What OCPI 2.2.1 knows of a location, and the names of 2.1.1 where they differ: a field of another name is a new one. */
public final class OcpiFields {
    public static final Set<String> LOCATION = Set.of(
            "country_code",
            "party_id",
            "id",
            "type",
            "publish",
            "publish_allowed_to",
            "name",
            "address",
            "city",
            "postal_code",
            "state",
            "country",
            "coordinates",
            "related_locations",
            "parking_type",
            "evses",
            "directions",
            "operator",
            "suboperator",
            "owner",
            "facilities",
            "time_zone",
            "opening_times",
            "charging_when_closed",
            "images",
            "energy_mix",
            "last_updated");
    public static final Set<String> EVSE = Set.of(
            "uid",
            "evse_id",
            "status",
            "status_schedule",
            "capabilities",
            "connectors",
            "floor_level",
            "coordinates",
            "physical_reference",
            "directions",
            "parking_restrictions",
            "images",
            "last_updated");
    public static final Set<String> CONNECTOR = Set.of(
            "id",
            "standard",
            "format",
            "power_type",
            "max_voltage",
            "voltage",
            "max_amperage",
            "amperage",
            "max_electric_power",
            "tariff_id",
            "tariff_ids",
            "terms_and_conditions",
            "last_updated");

    private OcpiFields() {}
}
