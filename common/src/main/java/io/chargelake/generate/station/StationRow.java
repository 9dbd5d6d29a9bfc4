package io.chargelake.generate.station;

/** A row of a station register as text, in the order of its columns: a damaged row need not be a valid value. */
public record StationRow(
        String stationId,
        String evseId,
        Address address,
        String latitude,
        String longitude,
        String operator,
        String access,
        String open247,
        String status,
        String openedOn,
        Equipment equipment) {

    public record Address(String name, String street, String city, String state, String postalCode, String country) {}

    /** Connector types are distinct and in a fixed order; powers are in watts. */
    public record Equipment(String connectorTypes, int connectors, int maxPowerW, int fastConnectors) {}

    StationRow withPlace(String newLatitude, String newLongitude) {
        return new StationRow(
                stationId,
                evseId,
                address,
                newLatitude,
                newLongitude,
                operator,
                access,
                open247,
                status,
                openedOn,
                equipment);
    }

    StationRow withEvseId(String id) {
        return new StationRow(
                stationId, id, address, latitude, longitude, operator, access, open247, status, openedOn, equipment);
    }

    StationRow withOpen247(String open) {
        return new StationRow(
                stationId, evseId, address, latitude, longitude, operator, access, open, status, openedOn, equipment);
    }

    StationRow withStatus(String newStatus) {
        return new StationRow(
                stationId, evseId, address, latitude, longitude, operator, access, open247, newStatus, openedOn,
                equipment);
    }

    StationRow withPostalCode(String code) {
        Address moved = new Address(address.name, address.street, address.city, address.state, code, address.country);
        return new StationRow(
                stationId, evseId, moved, latitude, longitude, operator, access, open247, status, openedOn, equipment);
    }
}
