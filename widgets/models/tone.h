// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace assay::ui {

/// What a text means, beside its words: never told by colour alone.
enum class Tone { Normal, Faint, Good, Bad, Warning };

bool hasDarkBase(const QPalette &palette);
/// The colour of a text of @p tone on @p palette's base, contrast at least 4.5 : 1.
QColor toneColor(Tone tone, const QPalette &palette);
/// The background of a message of @p tone.
QColor toneBackground(Tone tone, const QPalette &palette);
/// A disc of a colour, for the key of a run in charts.
QIcon swatchIcon(const QColor &color);
/// A shape that differs as well as a colour: tick, cross, square, triangle, ring.
QIcon statusIcon(tracking::RunStatus status, const QPalette &palette);

} // namespace assay::ui
