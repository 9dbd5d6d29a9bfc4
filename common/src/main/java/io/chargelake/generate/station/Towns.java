package io.chargelake.generate.station;

import java.util.List;

/** Where generated stations stand. */
final class Towns {

    static final List<Town> ALL = List.of(
            new Town("DE", "Berlin", "Berlin", 52.52, 13.40, "10", 36),
            new Town("DE", "Hamburg", "Hamburg", 53.55, 9.99, "20", 18),
            new Town("DE", "Bayern", "München", 48.14, 11.58, "80", 15),
            new Town("DE", "Nordrhein-Westfalen", "Köln", 50.94, 6.96, "50", 11),
            new Town("DE", "Hessen", "Frankfurt am Main", 50.11, 8.68, "60", 8),
            new Town("DE", "Baden-Württemberg", "Stuttgart", 48.78, 9.18, "70", 6),
            new Town("DE", "Nordrhein-Westfalen", "Düsseldorf", 51.23, 6.78, "40", 6),
            new Town("DE", "Sachsen", "Leipzig", 51.34, 12.37, "04", 6),
            new Town("DE", "Nordrhein-Westfalen", "Dortmund", 51.51, 7.47, "44", 6),
            new Town("DE", "Bremen", "Bremen", 53.08, 8.80, "28", 6),
            new Town("DE", "Sachsen", "Dresden", 51.05, 13.74, "01", 6),
            new Town("DE", "Niedersachsen", "Hannover", 52.37, 9.73, "30", 5),
            new Town("DE", "Bayern", "Nürnberg", 49.45, 11.08, "90", 5),
            new Town("DE", "Baden-Württemberg", "Karlsruhe", 49.01, 8.40, "76", 3),
            new Town("DE", "Schleswig-Holstein", "Kiel", 54.32, 10.14, "24", 2),
            new Town("DE", "Thüringen", "Erfurt", 50.98, 11.03, "99", 2),
            new Town("FR", "Île-de-France", "Paris", 48.86, 2.35, "75", 21),
            new Town("FR", "Provence-Alpes-Côte d'Azur", "Marseille", 43.30, 5.40, "13", 9),
            new Town("FR", "Auvergne-Rhône-Alpes", "Lyon", 45.76, 4.84, "69", 5),
            new Town("FR", "Occitanie", "Toulouse", 43.60, 1.44, "31", 5),
            new Town("FR", "Provence-Alpes-Côte d'Azur", "Nice", 43.72, 7.24, "06", 3),
            new Town("FR", "Pays de la Loire", "Nantes", 47.22, -1.55, "44", 3),
            new Town("FR", "Grand Est", "Strasbourg", 48.57, 7.72, "67", 3),
            new Town("FR", "Nouvelle-Aquitaine", "Bordeaux", 44.84, -0.58, "33", 3),
            new Town("FR", "Hauts-de-France", "Lille", 50.63, 3.06, "59", 2),
            new Town("FR", "Bretagne", "Rennes", 48.11, -1.68, "35", 2),
            new Town("US", "MA", "Boston", 42.36, -71.10, "021", 7),
            new Town("US", "MA", "Worcester", 42.26, -71.80, "016", 2),
            new Town("US", "CA", "Los Angeles", 34.07, -118.25, "900", 38),
            new Town("US", "CA", "San Jose", 37.33, -121.88, "951", 10),
            new Town("US", "NY", "New York", 40.75, -73.95, "100", 30),
            new Town("US", "TX", "Austin", 30.27, -97.74, "787", 9),
            new Town("US", "WA", "Seattle", 47.61, -122.30, "981", 7),
            new Town("US", "CO", "Denver", 39.74, -104.99, "802", 7),
            new Town("US", "GA", "Atlanta", 33.75, -84.39, "303", 5));

    private Towns() {}
}
