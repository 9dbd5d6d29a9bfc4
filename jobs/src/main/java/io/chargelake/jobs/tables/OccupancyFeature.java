package io.chargelake.jobs.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of an hour before it begins, for each device, station or city; and what it then was. The hours that follow the last one
 * are there too, of which nothing but that is known.
 */
public final class OccupancyFeature {
    public static final Col LEVEL = Col.string("level").required().means("`connector`, `point`, `station` or `city`");
    public static final Col KEY = Col.string("key").required().means("id of the device or station, or name");
    public static final Col HOUR = Col.timestamp("hour").required().means("begin of the hour, UTC");
    public static final Col SHARE = Col.real("share")
            .means("of the observed time that was occupied; empty where nothing was observed, and of hours to come");
    public static final Col DEVICES =
            Col.integer("devices").required().means("devices in the hour; of hours to come, in the last one");
    public static final Col SESSIONS = Col.integer("sessions").means("sessions that started; empty of hours to come");

    /** Hours before, of which the share is told each. */
    public static final List<Integer> LAGS = IntStream.concat(
                    IntStream.rangeClosed(1, 12), IntStream.of(24, 48, 168, 336))
            .boxed()
            .toList();

    public static final Col MEAN_24H = Col.real("mean_24h").means("share, mean of the 24 hours before");
    public static final Col SPREAD_24H = Col.real("spread_24h").means("its standard deviation");
    public static final Col MEAN_168H = Col.real("mean_168h").means("share, mean of the 168 hours before");
    public static final Col SPREAD_168H = Col.real("spread_168h").means("its standard deviation");
    public static final Col SESSIONS_24H = Col.bigint("sessions_24h").means("sessions started in the 24 hours before");
    public static final Col OUT_OF_SERVICE_24H =
            Col.real("out_of_service_24h").means("share of the observed time, mean of the 24 hours before");
    public static final Col PROFILE =
            Col.real("profile").means("share, mean of this hour of the week in all weeks before");
    public static final Col PROFILE_WEEKS =
            Col.bigint("profile_weeks").required().means("weeks it is of");
    public static final Col DAY_KIND_PROFILE = Col.real("day_kind_profile")
            .means("share, mean of this hour on all working days before, or on all weekends");
    public static final Col DAY_KIND_DAYS =
            Col.bigint("day_kind_days").required().means("days it is of");
    public static final Col MEAN_BEFORE = Col.real("mean_before").means("share, mean of all hours before");
    public static final Col PEERS_MEAN = Col.real("peers_mean").means("mean of these means over all of the level");
    public static final Col PEERS_PROFILE = Col.real("peers_profile").means("mean of the profiles of all of the level");
    public static final Col NEIGHBOURS_1H = Col.real("neighbours_1h")
            .means("share one hour before, mean of the stations within the radius; of stations only");
    public static final Col HOUR_OF_DAY = Col.integer("hour_of_day").required().means("0 to 23 by the network's zone");
    public static final Col DAY_OF_WEEK = Col.integer("day_of_week").required().means("1 is Monday, local");
    public static final Col MONTH = Col.integer("month").required().means("1 to 12, local");
    public static final Col IS_HOLIDAY = Col.bool("is_holiday").required().means("a national holiday, local");
    public static final Col MAX_POWER_KW = Col.real("max_power_kw").unit("kW").means("of the strongest connector");
    public static final Col OPEN_24_7 = Col.bool("open_24_7").means("of stations");

    public static final Table TABLE = Table.of(
                    "occupancy_feature", Layer.GOLD, "What is known of each hour before it begins", columns())
            .byDayOf(HOUR)
            .key(LEVEL, KEY, HOUR);

    public static Col lag(int hours) {
        return Col.real("lag_" + hours + "h").means("share " + hours + " h before");
    }

    private static Col[] columns() {
        var columns = new ArrayList<>(List.of(LEVEL, KEY, HOUR, SHARE, DEVICES, SESSIONS));
        LAGS.forEach(hours -> columns.add(lag(hours)));
        columns.addAll(List.of(
                MEAN_24H,
                SPREAD_24H,
                MEAN_168H,
                SPREAD_168H,
                SESSIONS_24H,
                OUT_OF_SERVICE_24H,
                PROFILE,
                PROFILE_WEEKS,
                DAY_KIND_PROFILE,
                DAY_KIND_DAYS,
                MEAN_BEFORE,
                PEERS_MEAN,
                PEERS_PROFILE,
                NEIGHBOURS_1H,
                HOUR_OF_DAY,
                DAY_OF_WEEK,
                MONTH,
                IS_HOLIDAY,
                MAX_POWER_KW,
                OPEN_24_7));
        return columns.toArray(Col[]::new);
    }

    private OccupancyFeature() {}
}
