package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Draws;

/** Where stations stand: German cities with a postcode of their centre, coordinates and their share of the stations. */
enum City {
    DORTMUND("Dortmund", "44137", 51.5136, 7.4653, 16),
    KOELN("Köln", "50667", 50.9384, 6.9599, 15),
    BONN("Bonn", "53111", 50.7374, 7.0982, 9),
    GOETTINGEN("Göttingen", "37073", 51.5413, 9.9158, 5),
    CHEMNITZ("Chemnitz", "09111", 50.8357, 12.9292, 4),
    HEIDELBERG("Heidelberg", "69117", 49.4094, 8.6942, 4),
    SOLINGEN("Solingen", "42651", 51.1714, 7.0845, 3),
    KIEL("Kiel", "24103", 54.3233, 10.1394, 3),
    INGOLSTADT("Ingolstadt", "85049", 48.7651, 11.4237, 3),
    TUEBINGEN("Tübingen", "72070", 48.5216, 9.0576, 2),
    HERZOGENAURACH("Herzogenaurach", "91074", 49.5680, 10.8815, 2),
    PFORZHEIM("Pforzheim", "75172", 48.8922, 8.6946, 2),
    KREFELD("Krefeld", "47798", 51.3388, 6.5853, 2),
    MUENSTER("Münster", "48143", 51.9625, 7.6256, 2),
    LEVERKUSEN("Leverkusen", "51373", 51.0303, 6.9843, 1),
    ERLANGEN("Erlangen", "91052", 49.5897, 11.0040, 1),
    BRUCHSAL("Bruchsal", "76646", 49.1243, 8.5980, 2),
    BAYREUTH("Bayreuth", "95444", 49.9456, 11.5713, 1),
    FELLBACH("Fellbach", "70734", 48.8086, 9.2757, 1),
    DEGGENDORF("Deggendorf", "94469", 48.8409, 12.9607, 1);

    private static final City[] ALL = values();
    static final int COUNT = ALL.length;
    private static final double[] WEIGHTS = weights();

    final String label;
    final String postalCode;
    final double latitude;
    final double longitude;
    private final int weight;

    City(String label, String postalCode, double latitude, double longitude, int weight) {
        this.label = label;
        this.postalCode = postalCode;
        this.latitude = latitude;
        this.longitude = longitude;
        this.weight = weight;
    }

    static City pick(Draws draws) {
        return ALL[draws.weighted(WEIGHTS)];
    }

    /** The code of the city's operator in device ids, CC1 to CC9. */
    String operatorCode() {
        return "CC" + (1 + ordinal() % 9);
    }

    private static double[] weights() {
        double[] weights = new double[ALL.length];
        for (City city : ALL) {
            weights[city.ordinal()] = city.weight;
        }
        return weights;
    }
}
