// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <QStringList>

namespace assay::ui {

/// The words of a POSIX command line, quotes taken off.
QStringList shellWords(const QString &line);

/// What would train @p details' run again on @p data, read from what the run recorded of itself. Errors: `bad_split`,
/// `no_command` when the run does not say how it was made.
Result<TrainRequest> requestOf(const tracking::RunDetails &details, DatasetPtr data);

/// Values worth trying of a parameter, about @p current: factors where it steps by factors, its choices, both of a
/// boolean; within its range, ascending.
std::vector<ParamValue> valuesToTry(const ParamSpec &spec, const ParamValue &current);

} // namespace assay::ui
