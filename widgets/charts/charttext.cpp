// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/charttext.h"

#include <map>

namespace assay::ui {

QString metricLabel(const QString &metric)
{
    static const std::map<QString, const char *> labels{
        {QStringLiteral("roc_auc"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "ROC AUC")},
        {QStringLiteral("average_precision"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Average precision")},
        {QStringLiteral("accuracy"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Accuracy")},
        {QStringLiteral("balanced_accuracy"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Balanced accuracy")},
        {QStringLiteral("precision"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Precision")},
        {QStringLiteral("recall"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Recall")},
        {QStringLiteral("specificity"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Specificity")},
        {QStringLiteral("f1"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "F1")},
        {QStringLiteral("mcc"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Matthews correlation")},
        {QStringLiteral("cohen_kappa"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Cohen's kappa")},
        {QStringLiteral("log_loss"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Log loss")},
        {QStringLiteral("brier"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Brier score")},
        {QStringLiteral("ks"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "KS statistic")},
        {QStringLiteral("ece"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Expected calibration error")},
        {QStringLiteral("mae"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Mean absolute error")},
        {QStringLiteral("mse"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Mean squared error")},
        {QStringLiteral("rmse"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "RMSE")},
        {QStringLiteral("r2"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "R²")},
        {QStringLiteral("mape"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Mean absolute percentage error")},
        {QStringLiteral("median_absolute_error"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Median absolute error")},
        {QStringLiteral("explained_variance"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Explained variance")},
        {QStringLiteral("max_error"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Largest error")},
        {QStringLiteral("precision_macro"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Precision, macro")},
        {QStringLiteral("precision_micro"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Precision, micro")},
        {QStringLiteral("precision_weighted"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Precision, weighted")},
        {QStringLiteral("recall_macro"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Recall, macro")},
        {QStringLiteral("recall_micro"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Recall, micro")},
        {QStringLiteral("recall_weighted"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "Recall, weighted")},
        {QStringLiteral("f1_macro"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "F1, macro")},
        {QStringLiteral("f1_micro"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "F1, micro")},
        {QStringLiteral("f1_weighted"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "F1, weighted")},
        {QStringLiteral("roc_auc_ovr_macro"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "ROC AUC, one-vs-rest, macro")},
        {QStringLiteral("roc_auc_ovr_weighted"),
         QT_TRANSLATE_NOOP("assay::ui::ChartText", "ROC AUC, one-vs-rest, weighted")},
        {QStringLiteral("roc_auc_ovo_macro"), QT_TRANSLATE_NOOP("assay::ui::ChartText", "ROC AUC, one-vs-one, macro")},
    };
    const auto found = labels.find(metric);
    return found == labels.end() ? metric : ChartText::tr(found->second);
}

QString sentenceList(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return ChartText::tr("%1 and %2", "the last two of a list")
        .arg(parts.mid(0, parts.size() - 1).join(QStringLiteral(", ")), parts.last());
}

} // namespace assay::ui
