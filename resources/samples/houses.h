// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources/samples/draw.h"

namespace assay::samples {

namespace houses {

constexpr std::size_t rows = 1500;

inline constexpr Choice districts[]{
    {"Altstadt", 0.16}, {"Hafen", 0.20}, {"Nordhang", 0.24}, {"Seeblick", 0.12}, {"Werkviertel", 0.28}};
constexpr double districtFactor[]{1.22, 1.05, 0.97, 1.38, 0.84};
inline constexpr Choice heatings[]{{"gas", 0.48}, {"oil", 0.17}, {"heat pump", 0.22}, {"district", 0.13}};
inline constexpr Choice conditions[]{{"poor", 0.12}, {"fair", 0.33}, {"good", 0.40}, {"new", 0.15}};
constexpr double conditionFactor[]{0.80, 0.93, 1.0, 1.16};

} // namespace houses

/// Sale prices: multiplicative in place and condition, with less for each further square metre, plus 9 % noise.
inline std::string housesCsv()
{
    using namespace houses;
    Random random(19070);
    std::string csv =
        "area_m2,rooms,built,district,distance_km,condition,heating,garden,parking_spaces,energy_kwh_m2,price\n";
    for (std::size_t i = 0; i < rows; ++i) {
        const std::size_t district = draw(random, districts);
        const std::size_t condition = draw(random, conditions);
        const std::size_t heating = draw(random, heatings);
        const double area = rounded(within(std::exp(4.65 + 0.35 * random.normal()), 28, 380), 0.5);
        const double rooms = within(std::round(area / 27 + 0.7 * random.normal()), 1, 12);
        const double built = condition == 3 ? 2010 + static_cast<double>(random.below(14))
                                            : 1900 + static_cast<double>(random.below(112));
        const double distance = rounded(within(0.4 + 6 * random.uniform() * random.uniform() * 2, 0.2, 12), 0.1);
        const bool garden = random.uniform() < 0.35;
        const auto parking = random.below(3);
        const double energy =
            rounded(within(230 - 1.4 * (built - 1900) + 28 * random.normal() - (heating == 2 ? 25 : 0), 18, 320), 1);
        const double place = districtFactor[district] * conditionFactor[condition] * std::exp(-0.035 * distance);
        const double extras =
            1 + (garden ? 0.06 : 0) + 0.025 * static_cast<double>(parking) + (heating == 2 ? 0.03 : 0);
        const double price = 5200 * std::pow(area, 0.93) * place * extras * std::exp(0.09 * random.normal());
        const bool energyKnown = random.uniform() >= 0.05;
        addRow(csv, {text(area, 1), text(rooms, 0), text(built, 0), districts[district].word, text(distance, 1),
                     conditions[condition].word, heatings[heating].word, garden ? "yes" : "no", std::to_string(parking),
                     energyKnown ? text(energy, 0) : "", text(rounded(price, 500), 0)});
    }
    return csv;
}

} // namespace assay::samples
