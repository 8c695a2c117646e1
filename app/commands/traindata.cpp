// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/traindata.h"

namespace assay::app {

Result<void> importData(const TrainTexts &options, LocalWorkbench &workbench, const Context &context,
                        ui::TrainRequest &request)
{
    auto how = readOptions(options.read);
    if (!how)
        return Failure(how.error());
    auto data = workbench.import(QString::fromStdString(options.data), *how, context);
    if (!data)
        return at(Failure(data.error()), options.data);
    request.data = *data;
    if (options.test.empty())
        return {};
    const QString path = QString::fromStdString(options.test);
    auto test = workbench.import(path, *how, context);
    if (!test)
        return at(Failure(test.error()), options.test);
    request.test = *test;
    const auto kinds = differingKinds(request.data->table(), request.test->table());
    if (kinds.empty())
        return {};
    how->kinds.insert(kinds.begin(), kinds.end());
    auto alike = workbench.import(path, *how, context);
    if (!alike)
        return at(Failure(alike.error()), options.test);
    request.test = *alike;
    return {};
}

} // namespace assay::app
