"""The same stays as in peers.py, charged by the heuristics of EV2Gym.

usage: python ev2gym_peers.py RAW_FLEET_FOLDER OUT_FOLDER

EV2Gym draws its own stays; here each stay gets a charging station of its own and takes the place of what was drawn. Its
battery is what the stay wants at the grid's side, without losses, so that what it draws is what ours would.
"""

import contextlib
import io
import math
import sys
import tempfile
import warnings
from pathlib import Path

import yaml

warnings.filterwarnings("ignore")
with contextlib.redirect_stdout(io.StringIO()):
    import ev2gym
    from ev2gym.baselines import heuristics
    from ev2gym.models.ev import EV
    from ev2gym.models.ev2gym_env import EV2Gym

from peers import SLOT_S, fleet, wanted, write  # noqa: E402

VOLTS = 400
PHASES = 3


def config(stations, slots, folder):
    example = Path(ev2gym.__file__).parent / "example_config_files" / "V2GProfitMax.yaml"
    settings = yaml.safe_load(example.read_text())
    settings.update(
        timescale=SLOT_S // 60,
        simulation_length=slots,
        number_of_charging_stations=stations,
        v2g_enabled=False,
        heterogeneous_ev_specs=False,
        random_day=False,
        spawn_multiplier=0.01,
    )
    settings["transformer"]["max_power"] = 1e6
    path = Path(folder) / "config.yaml"
    path.write_text(yaml.safe_dump(settings))
    return str(path)


def planned(agent, stays, start, folder):
    ours = [(stay, wanted(stay, start)) for stay in stays]
    # it charges in the slot in which it departs, too: one that has a single slot can't come
    ours = [(stay, want) for stay, want in ours if want and want[1] - 1 > want[0]]
    slots = max(want[1] for _, want in ours) + 1
    with contextlib.redirect_stdout(io.StringIO()):
        env = EV2Gym(config_file=config(len(ours), slots, folder), seed=1)
        env.reset(seed=1)
    cars = []
    for number, (_, (arrival, departure, power, kwh)) in enumerate(ours):
        station = env.charging_stations[number]
        station.phases = PHASES
        station.voltage = VOLTS
        station.max_charge_current = power * 1000 / (VOLTS * math.sqrt(PHASES))
        cars.append(
            EV(
                id=0,
                location=number,
                battery_capacity_at_arrival=0.01,
                time_of_arrival=arrival,
                time_of_departure=departure - 1,
                desired_capacity=kwh,
                battery_capacity=max(2 * kwh, 1),
                max_ac_charge_power=power,
                ev_phases=PHASES,
                transition_soc=1,
                timescale=SLOT_S // 60,
            )
        )
    env.EVs_profiles = sorted(cars, key=lambda car: car.time_of_arrival)
    rates = [[0.0] * slots for _ in ours]
    scheduler = agent(env=env)
    for slot in range(slots - 1):
        with contextlib.redirect_stdout(io.StringIO()):
            env.step(scheduler.get_action(env))
        for number, station in enumerate(env.charging_stations):
            rates[number][slot] = min(station.current_power_output, ours[number][1][2])
    return {(stay["vehicle_id"], stay["arrival"]): rates[number] for number, (stay, _) in enumerate(ours)}


def main(folder, out):
    stays, start = fleet(folder)
    with tempfile.TemporaryDirectory() as settings:
        for name, agent in [
            ("ev2gym-as-fast-as-possible", heuristics.ChargeAsFastAsPossibleToDesiredCapacity),
            ("ev2gym-as-late-as-possible", heuristics.ChargeAsLateAsPossibleToDesiredCapacity),
        ]:
            write(out, name, stays, start, lambda site, own, a=agent: planned(a, own, start, settings))


if __name__ == "__main__":
    main(*sys.argv[1:])
