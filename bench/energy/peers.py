"""Stays of a generated fleet charged by the schedulers of acnportal, written down as schedules for our replay.

usage: python peers.py RAW_FLEET_FOLDER OUT_FOLDER

Only stays on alternating current: acnportal knows neither a taper of ours nor energy given back. Vehicles come with
the next whole slot and leave with the last; what they want is drawn at the grid's side, as ours is.
"""

import csv
import sys
import time
import warnings
from datetime import datetime, timedelta, timezone
from pathlib import Path

warnings.filterwarnings("ignore")
from acnportal import acnsim, algorithms  # noqa: E402
from acnportal.acnsim.events import EventQueue, PluginEvent  # noqa: E402
from acnportal.acnsim.models import EV, EVSE, Battery  # noqa: E402
from acnportal.acnsim.network import ChargingNetwork, Current  # noqa: E402

SLOT_S = 900
EFFICIENCY = 0.945
VOLTS = 1000  # so that an ampere is a kilowatt


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def read(folder, name):
    with open(Path(folder) / name, newline="") as file:
        return list(csv.DictReader(file))


def base_loads(folder):
    loads = {}
    for row in read(folder, "site_slots.csv"):
        net = float(row["base_kw"]) - float(row["solar_kw"])
        loads.setdefault(row["site_id"], []).append(net)
    return loads


def planned(algorithm, stays, limit_kw, start):
    """Rates by vehicle and slot, in kW."""
    network = ChargingNetwork()
    events = []
    for number, stay in enumerate(stays):
        want = wanted(stay, start)
        if want is None:
            continue
        arrival, departure, power, kwh = want
        evse = f"{number}"
        network.register_evse(EVSE(evse, max_rate=power), VOLTS, 0)
        battery = Battery(kwh, 0, power)
        events.append(PluginEvent(arrival, EV(arrival, departure, kwh, evse, evse, battery)))
    if not events:
        return {}
    network.add_constraint(Current(network.station_ids), limit_kw, name="site")
    simulator = acnsim.Simulator(network, algorithm(), EventQueue(events), start, period=SLOT_S // 60, verbose=False)
    simulator.run()
    return {
        (stays[int(evse)]["vehicle_id"], stays[int(evse)]["arrival"]): simulator.charging_rates[index]
        for index, evse in enumerate(network.station_ids)
    }


def uncontrolled():
    return algorithms.UncontrolledCharging()


def deadline():
    return algorithms.SortedSchedulingAlgo(algorithms.earliest_deadline_first)


def laxity():
    return algorithms.SortedSchedulingAlgo(algorithms.least_laxity_first)


def fleet(folder):
    """Stays on alternating current, and when their first day begins."""
    stays = [row for row in read(folder, "stays.csv") if row["charger_class"] == "AC"]
    return stays, min(moment(row["arrival"]) for row in stays).replace(hour=0, minute=0, second=0)


def write(out, name, stays, start, plan):
    """The schedule of each site as `plan` makes it of the site's id and stays."""
    Path(out).mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    with open(Path(out) / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["site_id", "vehicle_id", "arrival", "slot_start", "power_kw"])
        for site in sorted({stay["site_id"] for stay in stays}):
            own = [stay for stay in stays if stay["site_id"] == site]
            for (vehicle, arrival), rates in plan(site, own).items():
                for slot, kw in enumerate(rates):
                    if kw > 0:
                        at = (start + timedelta(seconds=slot * SLOT_S)).astimezone(timezone.utc)
                        writer.writerow([site, vehicle, arrival, at.strftime("%Y-%m-%dT%H:%M:%SZ"), repr(float(kw))])
    print(f"{name}: {time.perf_counter() - began:.2f} s for {len(stays)} stays")


def wanted(stay, start):
    """Slots of arrival and departure, power, and energy at the grid's side; none where nothing can flow."""
    power = min(float(stay["charger_kw"]), float(stay["ac_kw"]))
    arrival = -(-(moment(stay["arrival"]) - start) // timedelta(seconds=SLOT_S))
    departure = (moment(stay["departure"]) - start) // timedelta(seconds=SLOT_S)
    target = min(float(stay["soc_target"]), 90)
    kwh = max(0.0, target - float(stay["soc_arrival"])) / 100 * float(stay["battery_kwh"]) / EFFICIENCY
    return None if departure <= arrival or kwh == 0 or power == 0 else (arrival, departure, power, kwh)


def main(folder, out):
    stays, start = fleet(folder)
    sites = {row["site_id"]: row for row in read(folder, "sites.csv")}
    loads = base_loads(folder)

    def limit(site):  # acnportal's limits stand still
        return max(0.0, float(sites[site]["limit_kw"]) - max(loads[site]))

    for name, algorithm in [("acnportal-uncontrolled", uncontrolled), ("acnportal-edf", deadline), ("acnportal-llf", laxity)]:
        write(out, name, stays, start, lambda site, own, a=algorithm: planned(a, own, limit(site), start))


if __name__ == "__main__":
    main(*sys.argv[1:])
