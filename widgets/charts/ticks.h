// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace assay::ui {

/// Where an axis is labelled, ascending, and with what.
struct Ticks
{
    std::vector<double> at;
    QStringList labels;

    bool operator==(const Ticks &) const = default;
};

/// Multiples of 1, 2 or 5 × 10ⁿ within [min, max], about @p target of them and at least two where the range allows.
Ticks linearTicks(double min, double max, int target);
/// Powers of ten, with 2 and 5 between them where fewer than three decades are shown. @p min must be positive.
Ticks logTicks(double min, double max, int target);
/// Shares between 0 and 1 as percent, denser towards the ends as normal deviates spread them.
Ticks deviateTicks(double min, double max, int target);
/// Years, months, days, hours, minutes or seconds; values are microseconds since 1970-01-01 UTC.
Ticks timeTicks(double min, double max, int target);

/// A number for people, in the language of the program: three decimals below 10, fewer above, "1.2e-05" where three
/// would say 0.
QString figure(double value, int decimals = 3);
/// The same for data tables and CSV: always a decimal point, nine significant digits.
QString plainFigure(double value);
/// A share as "23.4 %".
QString percent(double share, int decimals = 1);
/// "p = 0.012", "p < 0.001".
QString pValueText(double p);

} // namespace assay::ui
