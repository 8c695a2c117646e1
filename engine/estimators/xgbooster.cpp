// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/xgbooster.h"

#include <algorithm>
#include <limits>
#include <span>
#include <thread>
#include <xgboost/c_api.h>

namespace assay::engine {

namespace {

Failure xgbFailure()
{
    std::string message = XGBGetLastError();
    if (const auto stack = message.find("\nStack trace"); stack != std::string::npos)
        message.resize(stack);
    return failure(ErrorKind::Internal, "xgboost", "XGBoost failed: {}.", {message});
}

Result<void> check(int status)
{
    if (status != 0)
        return xgbFailure();
    return {};
}

// The library's settings belong to a thread, so every way in sets them.
void beSilent()
{
    XGBSetGlobalConfig(R"({"verbosity": 0})");
}

void replaceAll(std::string &text, char what, const char *with)
{
    for (auto place = text.find(what); place != std::string::npos; place = text.find(what, place))
        text.replace(place, 1, with);
}

} // namespace

std::string xgbFeatureName(std::string name)
{
    replaceAll(name, '[', "(");
    replaceAll(name, ']', ")");
    replaceAll(name, '<', "lt ");
    return name;
}

// Waiting threads of XGBoost's OpenMP runtime spin as long as there are no more of them than cores, and so take nine
// tenths of a machine that others use too; with one more they sleep.
int xgbThreads(int threads)
{
    const auto cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int wanted = threads > 0 ? threads : cores;
    return wanted > 1 && wanted == cores ? cores + 1 : wanted;
}

Result<XgbMatrix> XgbMatrix::make(const MatrixRef &X, int threads)
{
    beSilent();
    using FloatMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const FloatMatrix values = X.cast<float>();
    DMatrixHandle handle = nullptr;
    const auto made = check(XGDMatrixCreateFromMat_omp(values.data(), static_cast<bst_ulong>(X.rows()),
                                                       static_cast<bst_ulong>(X.cols()),
                                                       std::numeric_limits<float>::quiet_NaN(), &handle, threads));
    if (!made)
        return Failure(made.error());
    XgbMatrix matrix;
    matrix.m_handle = {handle, [](void *owned) { XGDMatrixFree(owned); }};
    matrix.m_rows = X.rows();
    return matrix;
}

Result<void> XgbMatrix::setInfo(const char *field, const Vector &values)
{
    const Eigen::VectorXf floats = values.cast<float>();
    return check(XGDMatrixSetFloatInfo(handle(), field, floats.data(), static_cast<bst_ulong>(floats.size())));
}

Result<void> XgbMatrix::setFeatureNames(const std::vector<std::string> &names)
{
    std::vector<std::string> clean;
    for (const std::string &name : names)
        clean.push_back(xgbFeatureName(name));
    std::vector<const char *> pointers;
    for (const std::string &name : clean)
        pointers.push_back(name.c_str());
    return check(XGDMatrixSetStrFeatureInfo(handle(), "feature_name", pointers.data(), pointers.size()));
}

Result<XgbBooster> XgbBooster::make(const Parameters &parameters, const std::vector<const XgbMatrix *> &cached)
{
    beSilent();
    std::vector<DMatrixHandle> handles;
    for (const XgbMatrix *matrix : cached)
        handles.push_back(matrix->handle());
    BoosterHandle handle = nullptr;
    if (const auto made = check(XGBoosterCreate(handles.data(), handles.size(), &handle)); !made)
        return Failure(made.error());
    XgbBooster booster;
    booster.m_handle = {handle, [](void *owned) { XGBoosterFree(owned); }};
    for (const auto &[name, value] : parameters) {
        if (const auto set = booster.setParameter(name, value); !set)
            return Failure(set.error());
    }
    return booster;
}

Result<XgbBooster> XgbBooster::fromJson(const Json &model)
{
    auto booster = make({{"verbosity", "0"}, {"nthread", std::to_string(xgbThreads(0))}});
    if (!booster)
        return booster;
    const std::string text = model.dump();
    if (XGBoosterLoadModelFromBuffer(booster->m_handle.get(), text.data(), text.size()) != 0)
        return failure(ErrorKind::BadInput, "not_xgboost", "This is no XGBoost model that version 1.7 reads: {}.",
                       {xgbFailure().value().message});
    return booster;
}

Result<Json> XgbBooster::toJson() const
{
    beSilent();
    bst_ulong size = 0;
    const char *text = nullptr;
    if (const auto saved = check(XGBoosterSaveModelToBuffer(m_handle.get(), R"({"format": "json"})", &size, &text));
        !saved)
        return Failure(saved.error());
    return parseJson(std::string(text, size));
}

Result<void> XgbBooster::setParameter(const std::string &name, const std::string &value)
{
    return check(XGBoosterSetParam(m_handle.get(), name.c_str(), value.c_str()));
}

Result<void> XgbBooster::boost(const XgbMatrix &data, std::vector<float> &gradient, std::vector<float> &curvature)
{
    beSilent();
    return check(
        XGBoosterBoostOneIter(m_handle.get(), data.handle(), gradient.data(), curvature.data(), gradient.size()));
}

Result<XgbBooster> XgbBooster::firstRounds(int rounds) const
{
    beSilent();
    BoosterHandle handle = nullptr;
    if (const auto sliced = check(XGBoosterSlice(m_handle.get(), 0, rounds, 1, &handle)); !sliced)
        return Failure(sliced.error());
    XgbBooster booster;
    booster.m_handle = {handle, [](void *owned) { XGBoosterFree(owned); }};
    return booster;
}

Result<Matrix> XgbBooster::predict(const XgbMatrix &data, Output output, bool training) const
{
    beSilent();
    const Json config{{"type", static_cast<int>(output)},
                      {"training", training},
                      {"iteration_begin", 0},
                      {"iteration_end", 0},
                      {"strict_shape", true}};
    const bst_ulong *shape = nullptr;
    bst_ulong dimensions = 0;
    const float *values = nullptr;
    if (const auto done = check(XGBoosterPredictFromDMatrix(m_handle.get(), data.handle(), config.dump().c_str(),
                                                            &shape, &dimensions, &values));
        !done)
        return Failure(done.error());
    const std::span<const bst_ulong> sizes(shape, dimensions);
    Eigen::Index count = 1;
    for (const bst_ulong size : sizes)
        count *= static_cast<Eigen::Index>(size);
    const auto columns = static_cast<Eigen::Index>(sizes.back());
    using FloatMatrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Matrix(Eigen::Map<const FloatMatrix>(values, count / columns, columns).cast<double>());
}

Result<std::size_t> XgbBooster::featureCount() const
{
    bst_ulong count = 0;
    if (const auto got = check(XGBoosterGetNumFeature(m_handle.get(), &count)); !got)
        return Failure(got.error());
    return static_cast<std::size_t>(count);
}

} // namespace assay::engine
