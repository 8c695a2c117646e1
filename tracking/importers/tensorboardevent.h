// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/params.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace assay::tracking {

/// One summary of an event. Only the first of a tag in a run says by its metadata what it is.
struct EventValue
{
    QString tag = {};
    std::optional<double> number = {}; ///< a simple value, or a tensor of one number
    bool tensor = false;
    QByteArray plugin = {};   ///< "scalars", "hparams", …; empty: not said
    bool scalarClass = false; ///< its metadata calls it a scalar
    QByteArray content = {};  ///< what the plugin keeps
    const char *kind = "";    ///< "histogram", "image", "audio", "tensor": what it is when it is no number
};

struct TensorBoardEvent
{
    double wallTime = 0; ///< [s] since 1970
    qint64 step = 0;
    bool sessionStart = false; ///< a writer began anew at this step
    std::vector<EventValue> values = {};
};

/// The event in @p bytes; none when they are no event.
std::optional<TensorBoardEvent> parseEvent(QByteArrayView bytes);

/// What the hyperparameter plugin says of a run, piece by piece.
struct HparamsNote
{
    Params params = {};
    std::optional<double> start = {}, end = {}; ///< [s] since 1970
    int status = 0;                             ///< 1 success, 2 failure, 3 running

    /// What a later piece says, on top.
    void add(const HparamsNote &later);

    bool operator==(const HparamsNote &) const = default;
};

/// None when @p content is not what the plugin writes.
std::optional<HparamsNote> parseHparams(QByteArrayView content);

} // namespace assay::tracking
